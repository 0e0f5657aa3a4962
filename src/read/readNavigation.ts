/** mkslides' `nav` → the same order as `parts` has it: names of files, links, and groups with a title. */
import type { Entry, ListValue, MapValue, Value } from './value.ts';
import { itemsOf } from './value.ts';

/** A file is `- a.md`, or `- Title: a.md`; a group is `- Title: [...]`, and groups in groups become one. */
export function readNavigation(nav: Value): ListValue {
  return { kind: 'list', items: itemsOf(nav).flatMap(itemOf), span: nav.span };
}

function itemOf(value: Value): readonly Value[] {
  if (value.kind !== 'map') return value.kind === 'scalar' ? [value] : value.items.flatMap(itemOf);
  return value.entries.map(({ key, keySpan, value: target }): MapValue => {
    const title: Entry = { key: 'title', keySpan, value: { kind: 'scalar', value: key, text: key, span: keySpan } };
    const entry = (name: string, value: Value): MapValue => ({
      kind: 'map',
      entries: [title, { key: name, keySpan, value }],
      span: target.span,
    });
    if (target.kind === 'list') return entry('items', { ...target, items: target.items.flatMap(leavesOf) });
    return entry(target.kind === 'scalar' && /^https?:/i.test(target.text) ? 'url' : 'name', target);
  });
}

/** What a group holds, without the groups in it. */
function leavesOf(value: Value): readonly Value[] {
  return itemOf(value).flatMap((item) => {
    const inner = item.kind === 'map' ? item.entries.find(({ key }) => key === 'items')?.value : undefined;
    return inner?.kind === 'list' ? inner.items : [item];
  });
}
