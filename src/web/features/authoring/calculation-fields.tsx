import { useDraft } from './draft-context.ts';
import { ProductivityFields, ShareFields, VolumeFields } from './plain-fields.tsx';
import { RatioFields } from './ratio-fields.tsx';
import { TermFields } from './term-fields.tsx';

/** The fields of the kind of indicator. */
export function CalculationFields() {
  const { form } = useDraft();
  const { calculation } = form;
  switch (calculation.kind) {
    case 'plazo':
      return <TermFields calculation={calculation} />;
    case 'efectividad':
      return <ShareFields calculation={calculation} />;
    case 'productividad':
      return <ProductivityFields calculation={calculation} />;
    case 'volumen':
      return <VolumeFields calculation={calculation} />;
    case 'razon':
      return <RatioFields calculation={calculation} />;
    default:
      return calculation satisfies never;
  }
}
