import {
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { FILLED, type Form } from '../../core/form.ts';
import { encodeIntent, type Intent } from '../../core/intent.ts';

/** A form as a modal, which carries its button's intent: https://docs.discord.com/developers/components/using-modal-components */
export function renderForm({ title, label, hint, longest, isOptional }: Form, intent: Intent): APIModalInteractionResponseCallbackData {
  return {
    custom_id: encodeIntent(intent),
    title,
    components: [
      {
        type: ComponentType.Label,
        label,
        description: hint,
        component: {
          type: ComponentType.TextInput,
          custom_id: FILLED,
          style: TextInputStyle.Paragraph,
          max_length: longest,
          required: !isOptional,
        },
      },
    ],
  };
}

/** What stands in the one field of a modal of ours. */
export function writtenIn({ components }: Pick<APIModalSubmission, 'components'>): string {
  const fields = components.flatMap((part) => ('component' in part ? [part.component] : []));
  const field = fields.find((each) => each.type === ComponentType.TextInput && each.custom_id === FILLED);
  return field && 'value' in field ? String(field.value) : '';
}
