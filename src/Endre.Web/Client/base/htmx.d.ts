declare module 'htmx.org/dist/htmx.esm.js' {
  const htmx: {
    config: { history: boolean; morphSkip: string; morphSkipChildren: string };
    registerExtension(name: string, extension: object): void;
  };
  export default htmx;
}
