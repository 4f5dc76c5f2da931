import { Radio, Stack } from '@mantine/core';

interface ChoiceFieldProps<T extends string> {
  readonly label: string;
  readonly description?: string;
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly choices: readonly { readonly value: T; readonly label: string; readonly description?: string }[];
}

/** One of a few, all in sight. For many, `Select` of Mantine. */
export function ChoiceField<T extends string>(props: ChoiceFieldProps<T>) {
  const { label, description, value, onChange, choices } = props;
  return (
    <Radio.Group label={label} description={description} value={value} onChange={onChange}>
      <Stack gap="xs" mt="xs">
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            label={choice.label}
            description={choice.description}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
