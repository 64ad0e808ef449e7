/** The ten gates of the lifecycle (domain guide §3): the same for every template; gate task and window are the template's own. */
import { type Offset, parseOffset } from '../calendar/index.ts';
import { GATE_CODES, type GateCode, type TemplateGate, type TemplateTask } from './template.ts';

export const GATE_NAMES: Readonly<Record<GateCode, { readonly vi: string; readonly en: string }>> = {
  G0: { vi: 'Chủ trương', en: 'Decision to hold' },
  G1: { vi: 'Nghị quyết lãnh đạo', en: 'Leadership resolution' },
  G2: { vi: 'Thành lập ban', en: 'Boards and frame established' },
  G3: { vi: 'Phê duyệt kế hoạch', en: 'Plan and budget approved' },
  G4: { vi: 'Tập huấn, văn kiện', en: 'Training and documents' },
  G5: { vi: 'Luyện tập', en: 'Practice' },
  G6: { vi: 'Tổng duyệt, sẵn sàng', en: 'Final rehearsal and readiness' },
  G7: { vi: 'Bế mạc, rút kinh nghiệm tại chỗ', en: 'Closing and hot debrief' },
  G8: { vi: 'Tổng kết', en: 'Final review' },
  G9: { vi: 'Đóng hồ sơ', en: 'File closed' },
};

/** `T-90…T-85`, or `…E+30` without a beginning. */
const readWindow = (text: string): { from: Offset | null; to: Offset } => {
  const [from = '', to = ''] = text.split('…');
  return { from: from === '' ? null : parseOffset(from), to: parseOffset(to) };
};

/** Gates over tasks listed gate by gate: the last task of each is its gate task. A gate without tasks is left out. */
export const gatesOf = (
  tasks: readonly TemplateTask[],
  windows: Readonly<Record<GateCode, string>>,
): readonly TemplateGate[] =>
  GATE_CODES.flatMap((code) => {
    const gateTask = tasks.findLast((task) => task.gate === code)?.code;
    const { vi: nameVi, en: nameEn } = GATE_NAMES[code];
    return gateTask ? [{ code, nameVi, nameEn, gateTask, window: readWindow(windows[code]) }] : [];
  });
