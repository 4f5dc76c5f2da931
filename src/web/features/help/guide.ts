const [text = ''] = Object.values(
  import.meta.glob<string>('../../../../docs/guia-del-analista.md', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);

/** The guide as it stands among the documents, without its own title: the screen has one. */
export const GUIDE = text.replace(/^# .*\n/, '');
