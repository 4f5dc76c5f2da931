import { Code, Text } from '@mantine/core';
import { capitalize } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Section } from '../../ui/section.tsx';
import { FormulaMath, type FormulaNode } from './formula-math.tsx';
import type { SheetAnswer } from './sheet-answer.ts';
import { TEXTS } from './texts.ts';

/** The sheet itself: its formula as mathematics, the ten requirements, and the rest of what it says. */
export function DefinitionSection({ view }: { readonly view: SheetAnswer }) {
  const t = useTexts(TEXTS);
  const { formula, requirements, details } = view;
  return (
    <>
      <Section title={t('formula')}>
        <FormulaMath formula={formula.math as FormulaNode} result={t('result')} />
        <DefinitionList
          items={formula.variables.map(({ name, text }) => ({
            term: capitalize(name.replaceAll('_', ' ')),
            detail: text,
          }))}
        />
        {formula.text !== null && (
          <details>
            <summary>
              <Text component="span" fw={600}>
                {t('formulaFile')}
              </Text>
            </summary>
            <DefinitionList
              items={[
                { term: t('formulaWritten'), detail: <Code>{formula.text}</Code> },
                ...(formula.measure === null
                  ? []
                  : [{ term: t('measured'), detail: <Code>{formula.measure}</Code> }]),
              ]}
            />
          </details>
        )}
      </Section>
      <div style={{ height: '1.25rem' }} />
      <Section title={t('requirements')}>
        <DefinitionList items={requirements.map(({ label, text }) => ({ term: label, detail: text }))} />
        <details>
          <summary>
            <Text component="span" fw={600}>
              {t('details')}
            </Text>
          </summary>
          <DefinitionList items={details.map(({ label, text }) => ({ term: label, detail: text }))} />
        </details>
      </Section>
    </>
  );
}
