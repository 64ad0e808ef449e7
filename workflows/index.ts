/** The workflow bundle: each export is a workflow type, named as in `WORKFLOW_TYPES`. */
export { afterActionReview } from './after-action-review.ts';
export { calendar } from './calendar.ts';
export { coordinationProgramme } from './coordination-programme.ts';
export { delivery, digest } from './delivery.ts';
export { exercise } from './exercise.ts';
export { mobilisationDrill } from './mobilisation-drill.ts';
export { organisation } from './organisation.ts';
export { register } from './register.ts';
export { rollOut } from './roll-out.ts';
export { template } from './template.ts';
