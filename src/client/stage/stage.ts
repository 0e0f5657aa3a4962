/** The script of a deck that is presented: its speaker views, the notes below the slide; and of a deck in one of their frames. */
import { STAGE_OBJECT } from '../deck/openStage.ts';
import { showNotesBelow } from './notesBelow.ts';
import { receive } from './receiver.ts';
import { linkSpeaker } from './speakerLink.ts';

window[STAGE_OBJECT] = {
  receive,
  present: (reveal, config) => ({ speaker: linkSpeaker(reveal, config), notes: showNotesBelow(reveal, config) }),
};
