import { TextInput } from '@mantine/core';

interface DateFieldProps {
  readonly label?: string;
  /** Its name where no label is seen. */
  readonly 'aria-label'?: string;
  readonly description?: string;
  /** ISO date, or empty. */
  readonly value: string;
  readonly onChange: (date: string) => void;
  readonly min?: string;
  readonly max?: string;
  readonly required?: boolean;
  readonly error?: string;
}

/** A date, with the calendar of the browser; what comes out is ISO whatever is shown. */
export function DateField({ onChange, ...rest }: DateFieldProps) {
  return <TextInput type="date" {...rest} onChange={(event) => onChange(event.currentTarget.value)} />;
}
