/** A style sheet that a script carries in itself. */
declare module '*.css?inline' {
  const text: string;
  export default text;
}
