import type { encounterRefusal as zh } from '../zh-CN/encounter-refusal.ts'
import type { Texts } from '../texts.ts'

export const encounterRefusal = {
  notInThisStep: 'This is not done in this step.',
  isRunning: 'The meeting is suspended. Resume it first.',
  isSuspended: 'The meeting is not suspended.',
  stepMatches: 'The meeting has moved to another step. Look at the latest state.',
  stepLiesBehind: 'You can only go back to a step already passed.',
  isUnscheduled: 'The client has an appointment.',
  goalIsSet: 'First write what this meeting should find out.',
  privacyIsKept: 'First make sure nobody else can see screen and papers.',
  secondSignGiven: 'First check birth date or number tail against the document.',
  secondSignMatches: 'It differs from the file. Look at the document; this may be the wrong client.',
  purposeIsKnown: 'First note why the client came.',
  needIsKnown: 'No product talk before at least one need is recorded.',
  planAreasChosen: 'First choose what to plan, or press "no plan now".',
  productIsOpen: 'This product is not introduced to this client.',
  choiceIsOpen: "This product can't be chosen now.",
  assessmentIsRecorded: 'There is no risk assessment of the bank yet.',
  assessmentIsValid: 'The assessment has expired.',
  productFits:
    "This product does not fit the client and can't be chosen (suitability order 2025-7, Art. 12).",
  assessmentDateHolds: "The assessment can't be dated after today.",
  levelConfirmedAgain: 'The level differs from the last one: ask the client to confirm it again.',
  productChosen: 'No product is chosen yet.',
  choiceIsKnown: 'This one is decided already or not on the list.',
  productExplained: 'No product is fully explained yet.',
  choiceExplained: 'This one is not fully explained yet.',
  choiceStillFits: 'With this amount and as things stand, not all three checks pass.',
  papersGiven: 'Add the recording number; insurance that needs a declaration also needs its number.',
  everyChoiceDecided: 'Every product needs an answer: intent or no.',
  hasIntent: 'There is no intent yet.',
  wantsNothing: 'The client chose a product.',
  contactDayAhead: 'That day has passed.',
  contactDayOpen: 'The branch is closed that day. The next open day is {{date}}.',
  nextContactAgreed: 'First agree the next contact, or record what the client wants instead.',
  lessonIsWritten: 'Write one sentence on what this meeting taught.',
  signedAfterMove:
    'The meeting was moved to this client and no document was checked since. Check the birth date or the last four characters first.',
  noIntentStands:
    'The client wants to buy, so the meeting cannot be broken off. If the client has to go, use "Client left early".',
  newDayAhead: 'The new day is already past.',
  newDayOpen: 'The branch is closed on that day. The next open day is {{date}}.',
  moveWaits: 'A correction of this meeting already waits for a supervisor.',
  clientIsAnother: 'Choose another client.',
  roomIsFree: 'Another of your meetings is not suspended. Suspend it before receiving the next client.',
  processIsGone: 'This meeting follows an older process and can only be read.',
  ageIsKnown:
    "The client's age is not known, so nobody can tell whether a declaration is needed. Add the date of birth.",
  amountIsPremium: 'The amount of an insurance is its premium. To change it, choose the product anew.',
  anotherConfirms: "Who asks can't confirm. A supervisor has to do it.",
  moveNeedsBoth:
    'To move the meeting to {{name}} both dossiers have to be out with you, and the one of {{name}} is not. Take it out, then choose "Wrong client" once more.',
  moveLacksDossiers:
    'The person who asked does not have both dossiers out, so this cannot be confirmed yet. Have them taken out, or send the correction back.',
} satisfies Texts<typeof zh>
