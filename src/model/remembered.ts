/** A function of a string, worked out once for each: what all pages of a site ask again. */
export function remembered<Value>(workOut: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (key) => {
    const found = known.get(key) ?? { value: workOut(key) };
    known.set(key, found);
    return found.value;
  };
}
