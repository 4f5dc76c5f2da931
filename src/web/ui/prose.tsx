import { Code, List, Stack, Text, Title } from '@mantine/core';
import { AppLink } from './app-link.tsx';
import { type Block, readProse, type Span } from './read-prose.ts';

interface ProseProps {
  readonly text: string;
  /** Level of the heading that `#` becomes: 1 is that of the page. */
  readonly from?: 1 | 2 | 3;
}

function Line({ spans }: { readonly spans: readonly Span[] }) {
  return spans.map(({ kind, text, to = '/' }, index) => {
    if (kind === 'strong') return <strong key={index}>{text}</strong>;
    if (kind === 'code') return <Code key={index}>{text}</Code>;
    if (kind === 'link') {
      return (
        <AppLink key={index} to={to} underline="always">
          {text}
        </AppLink>
      );
    }
    return <span key={index}>{text}</span>;
  });
}

function BlockView({ block, from }: { readonly block: Block; readonly from: number }) {
  switch (block.kind) {
    case 'heading':
      return (
        <Title order={Math.min(6, block.level - 1 + from) as 1 | 2 | 3 | 4 | 5 | 6} mt="xs">
          <Line spans={block.spans} />
        </Title>
      );
    case 'paragraph':
      return (
        <Text maw={720}>
          <Line spans={block.spans} />
        </Text>
      );
    case 'list':
      return (
        <List type={block.ordered ? 'ordered' : 'unordered'} spacing={6} maw={720}>
          {block.items.map((spans, index) => (
            <List.Item key={index}>
              <Line spans={spans} />
            </List.Item>
          ))}
        </List>
      );
    default:
      return block satisfies never;
  }
}

/** Text of help, written in a little Markdown. */
export function Prose({ text, from = 2 }: ProseProps) {
  return (
    <Stack gap="sm">
      {readProse(text).map((block, index) => (
        <BlockView key={index} block={block} from={from} />
      ))}
    </Stack>
  );
}
