/** Commune combat exercise, X01–X24 (domain guide §5); a self-defence unit uses the same list. */
import { DEFAULT_LADDER } from '../ladder/index.ts';
import { DEFAULT_SHEET } from '../review/default-sheet.ts';
import { gatesOf } from './gates.ts';
import { readTasks, withRehearsals } from './table.ts';
import type { Template } from './template.ts';

const TABLE = `
G0
X01 | Nhận nhiệm vụ, chỉ thị | Receive the task from the steering board | CMC | – | T-60 | registerEntry | P
G1
X02 | Nghị quyết của Đảng ủy xã | Resolution of the commune Party committee | COM | X01 | T-50 | resolution | P
G2
X03 | Quyết định thành lập Ban Tổ chức, Tổ bảo đảm | Decision on the organising board and support team | COM | X02 | T-45 | decision | P
X04 | Danh sách khung tập | Exercise frame list | COM | X03 | T-43 | decisionPosts | P
G3
X05 | Kế hoạch diễn tập, trình phê duyệt | Exercise plan, submitted for approval | CMC | X03 | T-38 | planReference | P
X06 | Dự toán kinh phí | Budget | FIN | X05 | T-35 | decision | S
G4
X07 | Hội nghị triển khai nhiệm vụ | Assignment meeting | COM | X05 | T-33 | minutes | P
X08 | Tuyên truyền, quán triệt | Inform people and members | CUL | X07 | T-30 | sessionCounts | S
X09 | Tập huấn khung tập | Train the frame | SA | X04 | T-28 | attendance | S
X10 | Văn kiện khối Đảng, Mặt trận, đoàn thể | Documents of the Party, Front and mass-body block | FRONT | X09 | T-22 | documentStatus | P
X11 | Văn kiện khối chính quyền | Documents of the government block | COM | X09 | T-22 | documentStatus | P
X12 | Văn kiện khối quân sự, công an | Documents of the military and police block | CMC | X09 | T-22 | referenceOnly | P
X13 | Kế hoạch bảo đảm hậu cần, y tế | Support plan: logistics and medical | SUP | X06 | T-20 | plan | P
X14 | Kế hoạch an ninh trật tự | Public order plan | POL | X07 | T-20 | plan | P
X15 | Rà soát, phúc tra QNDB của xã | Re-verify the commune's reservists | CMC | X07 | T-18 | countSheet | S
X16 | Cấp trên duyệt văn kiện | Superior approves the documents | SB | X10,X11,X12 | T-15 | approvalSheet | P
G5
X17 | Chuẩn bị hội trường, địa điểm | Prepare the hall and sites | SUP | X13 | T-12 | acceptanceMinutes | P
X18 | Luyện tập khung lần 1, lần 2 | Practices 1 and 2 of the frame | FRAME | X16 | T-8 | attendance | P
X19 | Diễn tập thử, sơ duyệt | Trial run | DB | X17,X18 | T-5 | issueList | P
G6
X20 | Kiểm tra an toàn, sẵn sàng | Safety and readiness check | CMC | X14,X19 | T-2 | checklist | S
G7
X21 | Thực hành diễn tập, giao QNDB | Run the exercise, hand over reservists | FRAME | X15,X20 | T…E | logRollCall | P
X22 | Rút kinh nghiệm, công bố xếp loại | Debrief, announce the grade | DB | X21 | E+1 | scoreSheet | P
G8
X23 | Báo cáo kết quả | Result report | CMC | X22 | E+5 | report | P
G9
X24 | Khen thưởng, quyết toán, lưu hồ sơ | Awards, accounts, archive | COM | X23 | E+15 | decisions | P
`;

const tasks = withRehearsals(readTasks(TABLE), { X18: 'practice', X19: 'trialRun' });

/** The guide gives windows for a city only; these run from the earliest to the latest deadline of each gate. */
export const COMMUNE_TEMPLATE: Template = {
  id: 'commune',
  version: 1,
  nameVi: 'Diễn tập chiến đấu xã, phường, đơn vị tự vệ',
  nameEn: 'Commune or self-defence unit combat exercise',
  exerciseTypes: ['communeCombatExercise', 'selfDefenceUnit'],
  tasks,
  ladder: DEFAULT_LADDER,
  scoreSheet: DEFAULT_SHEET,
  compressed: { leastWorkingDays: 25, keepLast: 5 },
  gates: gatesOf(tasks, {
    G0: '…T-60',
    G1: '…T-50',
    G2: 'T-45…T-43',
    G3: 'T-38…T-35',
    G4: 'T-33…T-15',
    G5: 'T-12…T-5',
    G6: '…T-2',
    G7: 'E…E+1',
    G8: '…E+5',
    G9: '…E+15',
  }),
};
