/** A style sheet as text, for what brings its styles itself. */
declare module '*.css?inline' {
  const text: string;
  export default text;
}
