import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const TEAL: MantineColorsTuple = [
  '#eef8f6',
  '#d8efeb',
  '#b4dfd8',
  '#86cabf',
  '#56b1a4',
  '#2f988b',
  '#1a8479',
  '#0f766e',
  '#0c5f59',
  '#0a4b47',
];

/** Greys with a drop of the accent: text first, page last. */
const DARK: MantineColorsTuple = [
  '#dfe7e5',
  '#bccac6',
  '#9aaba7',
  '#6f817d',
  '#465653',
  '#35433f',
  '#2a3633',
  '#1b2422',
  '#151d1b',
  '#0f1614',
];

const FONT = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";

/** The look of the whole app; colours with a meaning are in `tokens.css`. */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 7 },
  colors: { teal: TEAL, dark: DARK },
  black: '#16201e',
  fontFamily: FONT,
  headings: {
    fontFamily: FONT,
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.25' },
      h2: { fontSize: '1.1875rem', lineHeight: '1.35' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // What helps to fill a field stands under it, so that fields side by side begin at one height.
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    Badge: { defaultProps: { tt: 'none' } },
    Table: { defaultProps: { verticalSpacing: 'sm' } },
    Select: {
      defaultProps: {
        allowDeselect: false,
        checkIconPosition: 'right',
        // A long list shows that it goes on.
        scrollAreaProps: { type: 'auto' },
      },
    },
    Tooltip: { defaultProps: { openDelay: 300 } },
  },
});

/** Where Mantine's own greys fail contrast, ours; the rest stays as it is. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': '#55635f',
    '--mantine-color-placeholder': '#65736f',
    '--mantine-color-error': '#b42318',
    '--mantine-color-anchor': '#0c6b64',
    '--mantine-color-default-border': '#c9d3d0',
    '--mantine-color-teal-light': '#e0f2ef',
    '--mantine-color-teal-light-color': '#0b5d57',
    '--mantine-color-teal-light-hover': '#d0ebe6',
    '--mantine-color-red-filled': '#b42318',
    '--mantine-color-red-filled-hover': '#97190f',
    '--mantine-color-red-outline': '#b42318',
    '--mantine-color-red-text': '#b42318',
  },
  dark: {
    '--mantine-color-body': '#1b2422',
    '--mantine-color-dimmed': '#a3b3af',
    '--mantine-color-placeholder': '#91a29e',
    '--mantine-color-error': '#ff9b8f',
    '--mantine-color-anchor': '#6fc9bc',
    '--mantine-color-default-border': '#43514e',
    '--mantine-color-teal-text': '#6fc9bc',
    '--mantine-color-teal-outline': '#6fc9bc',
    '--mantine-color-teal-light': '#173f3b',
    '--mantine-color-teal-light-color': '#a5e3d9',
    '--mantine-color-teal-light-hover': '#1c4b46',
    '--mantine-color-red-filled': '#a3261b',
    '--mantine-color-red-filled-hover': '#8a1d13',
    '--mantine-color-red-outline': '#ff9b8f',
    '--mantine-color-red-text': '#ff9b8f',
  },
});
