/** City defence-area exercise, C01–C40 (domain guide §4); also the base of a regional defence exercise. */
import { DEFAULT_LADDER } from '../ladder/index.ts';
import { DEFAULT_SHEET } from '../review/default-sheet.ts';
import { gatesOf } from './gates.ts';
import { readTasks, withRehearsals } from './table.ts';
import type { Template } from './template.ts';

const TABLE = `
G0
C01 | Tiếp nhận chỉ thị, nhiệm vụ diễn tập | Receive the directive and the exercise task | SA | – | T-90 | registerEntry | P
C02 | Tờ trình xin chủ trương | Ask the standing committee for its policy | SA | C01 | T-87 | submission | TDE
G1
C03 | Hội nghị Đảng ủy Quân sự ra nghị quyết lãnh đạo | Leadership resolution of the military party committee | MPC | C02 | T-80 | partyResolution | S
C04 | Ban hành chỉ thị của Ban Thường vụ | Directive of the standing committee | SC | C03 | T-75 | directive | P
G2
C05 | Quyết định thành lập Ban Chỉ đạo | Decision on the steering board | PC | C04 | T-72 | decision | S
C06 | Quyết định thành lập Ban Tổ chức, tiểu ban | Decision on the organising board and subcommittees | PC | C05 | T-70 | decision | P
C07 | Quyết định thành lập Ban Đạo diễn | Decision on the directing board | SB | C05 | T-68 | decision | P
C08 | Quyết định thành lập Ban Bảo đảm | Decision on the support board | PC | C05 | T-68 | decision | S
C09 | Quyết định danh sách khung tập | Decision on the exercise frame | SB | C06 | T-65 | decisionPosts | S
G3
C10 | Phê duyệt ý định diễn tập | Approve the exercise intent | SB | C05 | T-62 | referenceOnly | P
C11 | Kế hoạch diễn tập của UBND | Exercise plan of the People's Committee | PC | C10 | T-58 | planReference | S
C12 | Lịch công tác chuẩn bị | Preparation calendar | OB | C11 | T-56 | calendar | P
C13 | Hội nghị triển khai, giao nhiệm vụ | Assignment conference | SB | C06,C11 | T-55 | minutesAssignments | P
C14 | Phê duyệt dự toán kinh phí | Approve the budget | FIN | C11 | T-50 | budgetDecision | S
G4
C15 | Kế hoạch tuyên truyền, quán triệt | Briefing and information plan | CUL | C11 | T-50 | planSessions | S
C16 | Kế hoạch bảo đảm hậu cần, kỹ thuật | Support plan: logistics and technical | SUP | C08,C14 | T-45 | plan | P
C17 | Kế hoạch bảo đảm an ninh trật tự | Public order plan | POL | C11 | T-45 | plan | P
C18 | Kế hoạch bảo đảm y tế | Medical plan | HEA | C16 | T-42 | plan | TDE
C19 | Phương án trường học, điều tiết học sinh | Schools arrangement | EDU | C11 | T-42 | notice | TDE
C20 | Kế hoạch động viên QNDB, PTKT | Mobilisation plan: reservists and technical vehicles | SA | C10 | T-42 | referenceOnly | S
C21 | Soạn thảo văn kiện các khối (Đảng – Mặt trận, chính quyền, quân sự – công an) | Draft the documents of the blocks (Party – Front, government, military – police) | SUB | C13 | T-38 | statusPerBody | P
C22 | Kế hoạch đạo diễn | Directing plan | DB | C07,C10 | T-35 | referenceOnly | P
C23 | Tập huấn khung tập | Train the frame | SA | C09,C21 | T-30 | attendance | P
C24 | Phúc tra QNDB, PTKT | Re-verify the registers of reservists and technical vehicles | COM | C20 | T-25 | countSheet | S
C25 | Duyệt văn kiện | Approve the documents | DB | C21,C22 | T-20 | approvalSheet | P
G5
C26 | Chuẩn bị sở chỉ huy, khu diễn tập | Prepare the command post and exercise sites | SUP | C16 | T-18 | acceptanceMinutes | P
C27 | Luyện tập khung lần 1 | Practice 1 of the frame | FRAME | C23,C25 | T-17 | attendanceIssues | P
C28 | Kiểm tra công tác chuẩn bị của cấp trên | Superior's check of the preparation | SB | C25,C26 | T-15 | checkMinutes | P
C29 | Ban hành lệnh gọi QNDB, huy động PTKT | Issue the call-ups of reservists and technical vehicles | SA | C24 | T-15 | countsIssued | TDE
C30 | Luyện tập lần 2, diễn tập thử (sơ duyệt) | Practice 2 and trial run | DB | C27 | T-10 | issueList | P
C31 | Khắc phục tồn tại | Close the issues found | OB | C28,C30 | T-7 | closedIssues | TDE
G6
C32 | Tổng duyệt | Final rehearsal | SB | C31 | T-5 | minutes | P
C33 | Kiểm tra an toàn người, vũ khí, phương tiện | Safety check of people, weapons and vehicles | SA | C32 | T-3 | checklist | S
C34 | Xác nhận sẵn sàng | Readiness sign-off | SB | C29,C33 | T-2 | signedEvent | TDE
G7
C35 | Thực hành 3 giai đoạn, thực hành động viên | Run the three stages and the mobilisation drill | FRAME | C34 | T…E | stageLogRollCall | S
C36 | Bế mạc, rút kinh nghiệm tại chỗ | Close and hot debrief | SB | C35 | E | minutes | P
C37 | Thu hồi văn kiện, bàn giao vật chất | Return documents and material | SA | C36 | E+3 | handoverList | TDE
G8
C38 | Chấm điểm, báo cáo kết quả | Score and result report | DB | C36 | E+10 | scoreSheetReport | P
C39 | Hội nghị tổng kết, khen thưởng | Review conference and awards | SB | C38 | E+15 | reportAwards | P
G9
C40 | Quyết toán, lưu hồ sơ | Settle the accounts and archive the file | FIN | C39 | E+30 | settlementArchive | TDE
`;

const tasks = withRehearsals(readTasks(TABLE), { C27: 'practice', C30: 'trialRun', C32: 'finalRehearsal' });

export const CITY_TEMPLATE: Template = {
  id: 'city',
  version: 1,
  nameVi: 'Diễn tập khu vực phòng thủ thành phố',
  nameEn: 'City defence-area exercise',
  exerciseTypes: ['defenceAreaExercise', 'regionalDefenceExercise'],
  tasks,
  ladder: DEFAULT_LADDER,
  scoreSheet: DEFAULT_SHEET,
  compressed: null,
  gates: gatesOf(tasks, {
    G0: 'T-90…T-85',
    G1: 'T-85…T-72',
    G2: 'T-72…T-62',
    G3: 'T-65…T-48',
    G4: 'T-45…T-20',
    G5: 'T-18…T-7',
    G6: 'T-5…T-2',
    G7: 'E…E+3',
    G8: 'E+5…E+15',
    G9: '…E+30',
  }),
};
