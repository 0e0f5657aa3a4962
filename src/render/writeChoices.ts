/** The choices of a question → lettered rows; in the reading view with boxes that its script shows, and a button to check. */
import type { Block } from '../model/blocks.ts';
import { type Choice, type Choices, choicesIn } from '../model/question.ts';
import { escapeHtml } from './escape.ts';
import { writeAttribute, writeOwnAttributes } from './writeAttributes.ts';
import { ownLang } from './ownLang.ts';
import { type Asked, word, type WriteBlocks, type Writing } from './writing.ts';

export function writeChoices(choices: Choices, asked: Asked, writing: Writing, write: WriteBlocks): string {
  const all = choicesIn(choices);
  const rows = all.map((choice) => writeRow(choice, choices, asked, writing, write));
  const list = `<ul${writeOwnAttributes(choices, writing, ['lectern-choices'])}>\n${rows.join('\n')}\n</ul>`;
  if (writing.view !== 'read' || !asked.judged) return list;
  const name = asked.named
    ? writeAttribute('aria-labelledby', `${asked.name}-text`)
    : writeAttribute('aria-label', word(writing, 'choices'));
  const button = `<button type="button" class="btn lectern-check" hidden${ownLang(writing.strings)}>${escapeHtml(word(writing, 'check-answer'))}</button>`;
  return `<div class="lectern-options" role="group"${name}>\n${list}\n<div class="lectern-judge">${button}<span class="lectern-verdict"></span></div>\n</div>`;
}

function writeRow(choice: Choice, choices: Choices, asked: Asked, writing: Writing, write: WriteBlocks): string {
  const { item, letter, right } = choice;
  const text = `<b class="lectern-letter">${letter}</b><span class="lectern-choice">${write(choice.text.map(asText), writing)}</span>`;
  if (writing.view === 'deck') {
    const classes = [...(choices.incremental ? ['fragment'] : []), ...(right ? ['lectern-right'] : [])];
    const reason = choice.reason.length === 0 ? '' : `<div class="lectern-reason">${write(choice.reason, writing)}</div>`;
    return `<li${writeOwnAttributes(item, writing, classes)}>${text}${reason}</li>`;
  }
  if (writing.view !== 'read' || !asked.judged) return `<li${writeOwnAttributes(item, writing)}>${text}</li>`;
  const kind = choicesIn(choices).filter((one) => one.right).length > 1 ? 'checkbox' : 'radio';
  const box = `<input type="${kind}" class="lectern-box" name="${asked.name}"${right ? ' data-lectern-right' : ''} autocomplete="off" hidden>`;
  return `<li${writeOwnAttributes(item, writing)}><label>${box}${text}</label></li>`;
}

/** What can be chosen is a line of text, also where its reason makes it a paragraph. */
function asText(block: Block): Block {
  return block.kind === 'paragraph' ? { ...block, tight: true } : block;
}
