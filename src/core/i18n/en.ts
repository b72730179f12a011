/** The bot's words in English; the other languages have the same keys. */
export const en = {
  inThisLanguage: 'English',

  // Answers
  answerSummary: (name: string, definition: string) => `${name}: ${definition}`,
  onlyInOther: 'The notes have this in Chinese only.',
  namesake: (names: string) => `My own notes have something else of this name: ${names}`,
  teamNote: 'From your team’s notes',
  understoodAs: (terms: string) => `Understood as: ${terms}`,
  simplifiedReply: 'Your Traditional Chinese is understood; the answer is in Simplified Chinese.',
  partOf: (names: string) => `part of ${names}`,
  madeOf: (names: string) => `made of ${names}`,
  runsOn: (names: string) => `runs on ${names}`,
  notTheSame: 'Not the same as',
  source: (place: string) => `Source: ${place}`,
  more: 'More ▸',
  back: '◂ Back',
  listJoin: ', ',
  labelled: (label: string, text: string) => `${label}: ${text}`,
  listed: (name: string, definition: string) => `${name} — ${definition}`,
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,

  kinds: {
    component: 'Component',
    object: 'Kubernetes object',
    command: 'Command',
    instruction: 'Dockerfile instruction',
    tool: 'Tool',
    artifact: 'Artifact',
    setting: 'Setting',
    state: 'State',
    standard: 'Standard',
    idea: 'Idea',
    platform: 'Platform',
    people: 'People',
    story: 'Story',
  },

  // Sharing
  share: 'Share here',
  sharedBy: (name: string) => `Shared by ${name}`,
  deleteShared: 'Delete',
  deleted: 'Deleted.',
  notYoursToDelete: 'Only the person who shared this, or someone who manages this channel, can delete it.',

  // Comparisons
  compareTitle: (names: readonly string[]) => names.join(' and '),
  compareSummary: (names: readonly string[]) => `How ${names.join(' and ')} differ`,
  compareHow: 'How they differ',
  compareHint: 'Name two things to compare, for example: compare Secret and ConfigMap',

  // No sure answer
  didYouMeanTitle: 'Did you mean…?',
  didYouMeanSummary: 'I am not sure what you mean.',
  didYouMean: 'I am not sure. Choose below, or ask in other words.',
  unknownTitle: 'That is not in the notes',
  unknownSummary: 'That is not in the notes.',
  unknown:
    'I answer only from the notes. Try a term, or one sentence about what you want to know, such as “what is a Pod” or “which part keeps the cluster’s state”.',
  nearest: 'Nearest in the notes:',
  emptyQuestion: 'Ask me something, for example: what is a Pod',

  // Browsing
  topicsTitle: 'What the notes cover',
  topicsSummary: (count: number) => `The notes explain ${count} concepts.`,
  topicsIntro: (count: number) => `${count} concepts. Choose a topic:`,
  topicTitle: (title: string, count: number) => `${title} (${count})`,
  noTopics: 'There are no notes yet.',
  unknownTopic: 'There is no such topic now. Send “topics” to see them all.',
  unknownConcept: 'That concept is no longer in the notes. Ask for it in your own words.',
  allTopics: 'All topics',
  another: 'Another one',

  // The terms of a message
  termsTitle: 'The terms in this message',
  termsHint: 'Put the text behind it, for example: terms The kubelet pulls the image and starts the Pod',
  noTerms: 'I know no term in this message. Ask me for one in your own words.',

  // The page where a person begins
  homeIntro: (concepts: number, command: string) =>
    `I explain ${concepts} concepts of Docker and Kubernetes. Write to me here, or begin with \`${command}\` in any channel, for example \`${command} what is kubelet\`. Only you see the answer until you share it.`,
  homeStory: 'The story of Xiao A',
  homeRandom: 'A surprise',
  homeBack: '⌂ Start page',
  homeDaily: (when: string) => `Your team has a quiz of the day. ${when}`,
  homeQuizDone: (correct: number, count: number) => `You have answered the quiz of the day: ${correct} of ${count} right.`,
  homeQuizAgain: 'See the answer',
  homeSettings: 'Settings',
  homeReminded: (time: string) => `I remind you at ${time} on days when something is due.`,
  homeNotReminded: 'I do not remind you.',
  homeRemindAt: (time: string) => `Remind me at ${time}`,
  homeRemindOff: 'No reminders',
  homeNamed: 'Leaderboards show your name.',
  homeUnnamed: 'Leaderboards do not show your name.',
  homeNameMe: 'Show my name',
  homeUnnameMe: 'Hide my name',

  // Files
  fileSent: (name: string) => `I have sent you ${name} as a direct message.`,

  // Lessons and the path
  next: 'Next ▸',
  stepOf: (title: string, step: number, steps: number) => `${title} (${step}/${steps})`,
  unknownLesson: 'There is no such lesson now.',
  pathTitle: 'A path through the notes',
  pathSummary: (count: number) => `${count} concepts in the order in which to learn them.`,
  pathIntro: 'Each line builds on the ones above it. What it needs stands in brackets.',
  pathNeeds: (names: string) => ` (needs ${names})`,

  // Cards
  cardDefine: (name: string) => `What does “${name}” mean?`,
  cardName: 'What is this called?',
  cardCloze: 'What belongs in the gap?',
  cardParts: (name: string) => `What is ${name} made of?`,
  cardPartOf: (name: string) => `What is ${name} a part of?`,
  cardMeaning: 'What does this do?',
  cardCommand: 'Which command does this?',
  cardApart: (one: string, other: string) => `${one} or ${other}?`,

  // Settings
  languageSet: 'I will answer you in English.',
  languageHint: 'In which language shall I answer you?',

  // Politeness
  courtesy: {
    hello: 'Hello! I am Xiao A. Ask me about Docker and Kubernetes, in your own words, in English or Chinese.',
    who: 'I am Xiao A, a program that explains Docker and Kubernetes from notes that people have written. What is not in them I do not know.',
    thanks: 'Glad to help. What next?',
  },

  // Help
  helpTitle: 'Xiao A, your Docker and Kubernetes tutor',
  helpSummary: 'What you can ask me',
  help: (command: string) =>
    [
      'Ask in your own words, in English or Chinese. Spelling does not matter much.',
      '',
      '- `what is kubelet`: look something up',
      '- `compare Secret and ConfigMap`: tell two things apart',
      '- `quiz 3`: questions for you; `daily`: one a day for everyone here; `top`, `map`: who answers best, what all remember',
      '- `review`: what you would soon forget, asked again; `progress`: how you stand',
      '- `story`, `flow`, `path`: why all this exists, what happens inside, and what to learn first',
      '- `topics`, `random`: what the notes cover, and a surprise; `gaps`, `digest`: what they lack',
      '- `lang zh`：用中文回答',
      '- `ask digest`: look up a word that is also a command',
      '',
      `In a channel, begin with \`${command}\`, for example \`${command} topics\`.`,
    ].join('\n'),
  tryThis: 'what is a Pod',

  // Faults
  unknownButton: 'I do not know this button. Ask again, and use the new ones.',
  tooFast: 'You are quick! Give me a few seconds to catch up, then go on.',
  badArguments: 'I cannot read that. Send “help” to see what I understand.',
  incident: (id: string) =>
    `Sorry, something went wrong on my side. Please try again; if it happens again, give this number to whoever runs me: ${id}`,
  incidentSummary: 'Something went wrong.',
  notSaved: 'That was not saved: my memory is out of reach just now. Please try again in a moment.',

  // The terminal
  terminalWelcome: (concepts: number) =>
    `Xiao A · 小A knows ${concepts} concepts of Docker and Kubernetes. Ask away, in English or Chinese.`,
  terminalHint: 'help · topics · random · a number presses a button · Ctrl-C leaves',
  terminalNoButton: (number: number) => `There is no button ${number} now.`,
  terminalNoQuestions: 'Nothing was asked, so this was an example. Start me in a terminal to talk, or send questions to me, one a line.',
  terminalBye: 'See you!',
  notesProblems: (count: number, check: string) =>
    `${count} ${count === 1 ? 'problem' : 'problems'} in the notes; “${check}” lists ${count === 1 ? 'it' : 'them'}.`,
  notesReloaded: (count: number) => `The notes were loaded anew: ${count} concepts.`,
  notesKept: (files: string, check: string) => `${files} is broken now; I go on with its last good version. “${check}” says what is wrong.`,
  conceptRenamed: (was: string, now: string, id: string) => `${now} is what was called ${was}: it is still the concept ${id}.`,
  choicesNotKept: (why: string) => `My memory cannot be opened, so I shall forget what you choose here when I stop. ${why}`,
  postedElsewhere:
    'I am running on this data folder a second time: quizzes and reminders that are due come up where I began first. To have both apart, give one of them a DATA_DIR of its own.',
  idsNotKept: (why: string) =>
    `My memory cannot be opened. Your notes are read all the same, but a concept that you rename will count as a new one. ${why}`,

  // Pictures
  sentences: (sentences: readonly string[]) => sentences.join(' '),
  diagram: 'A diagram.',
  diagramHighlights: (names: string) => `Highlighted: ${names}.`,
  diagramHolds: (group: string, names: string) => `In ${group}: ${names}.`,
  diagramLabelled: (name: string, label: string) => `${name} (${label})`,
  diagramLine: {
    leads: (from: string, targets: string) => `${from} leads to ${targets}.`,
    joins: (from: string, targets: string) => `${from} is connected with ${targets}.`,
    both: (from: string, targets: string) => `${from} goes both ways with ${targets}.`,
  },
  chartJoin: ', ',
  chartHeading: (text: string) => `${text}.`,
  chartPlace: (place: number, name: string, figure: string) => `${place}. ${name}, ${figure}.`,
  chartLearnt: (learnt: number, total: number) => `${learnt} of ${total} learnt`,
  chartDue: (due: number) => `${due} due today`,
  chartForecast: 'Reviews on the days to come',
  chartDay: (day: string, count: number) => `${day}: ${count}.`,
  chartRecall: (time: string, percent: number) => `${time} ${percent}%`,
  chartUnknown: (time: string) => `${time} not known`,
  chartConcept: (name: string, figures: readonly string[]) => `${name}: ${figures.join(', ')}.`,
  chartScale: ['forgotten', 'firm'],
  chartTooFew: '– too few people to tell',
  chartNothing: 'There is nothing to show yet.',
};
