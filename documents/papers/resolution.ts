/** Draft of the leadership resolution, in the form of the Party. What is to be decided by the committee is left to it. */
import { bodyIn } from '../../domain/exercise/index.ts';
import { codeOf } from '../../domain/people.ts';
import type { Block, PaperDocument } from '../model/paper.ts';
import { citing, isCommune, issuerOf, paperOf } from './frame.ts';
import { localName, officeName, partyOffice } from './offices.ts';
import type { Issued, Sources } from './sources.ts';
import { count, date, days, heading, item, text, within } from './text.ts';

const situation = (sources: Sources): Block[] => {
  const { exercise } = sources;
  const earlier = exercise.carried;
  return [
    heading('I. ĐẶC ĐIỂM, TÌNH HÌNH'),
    text(
      `Thực hiện nhiệm vụ quân sự, quốc phòng địa phương năm ${(exercise.startDate ?? sources.day).slice(0, 4)}, ${localName(sources)} tổ chức “${exercise.theme}”${exercise.codeName ? `, mật danh ${exercise.codeName}` : ''}, ${days(exercise.startDate, exercise.endDate)}.`,
    ),
    ...(exercise.children.length > 0
      ? [text(`Cùng đợt có ${count(exercise.children.length)} xã, phường diễn tập chiến đấu trong khu vực phòng thủ.`)]
      : []),
    ...(earlier.length > 0
      ? [
          text(`Hạn chế của lần diễn tập trước cần khắc phục và kiểm tra lại (${count(earlier.length)} nội dung):`),
          ...earlier.map((each) => item(`${each.text}.`)),
        ]
      : []),
  ];
};

const duties = (sources: Sources): Block[] => {
  const { exercise } = sources;
  const tasks = Object.values(exercise.tasks);
  const gates = exercise.gates.length;
  return [
    heading('II. PHƯƠNG HƯỚNG, NHIỆM VỤ LÃNH ĐẠO'),
    heading('1. Phương hướng', 2),
    text(
      'Tập trung lãnh đạo các cơ quan, đơn vị chuẩn bị chu đáo, tổ chức diễn tập đúng ý định, đạt mục đích, yêu cầu, bảo đảm an toàn tuyệt đối về người, vũ khí, trang bị và phương tiện; vận hành đúng cơ chế Đảng lãnh đạo, chính quyền quản lý điều hành, cơ quan quân sự làm trung tâm phối hợp hiệp đồng.',
    ),
    heading('2. Chỉ tiêu', 2),
    ...(tasks.length > 0
      ? [
          item(
            `Hoàn thành ${count(tasks.length)} việc chuẩn bị, qua ${count(gates)} bước kiểm tra, đúng thời hạn của kế hoạch.`,
          ),
        ]
      : []),
    ...(exercise.withDrill
      ? [item('Động viên quân nhân dự bị đạt 100% và huy động phương tiện kỹ thuật đạt 100% theo lệnh.')]
      : []),
    item('Không để xảy ra mất an toàn về người, vũ khí, trang bị và phương tiện.'),
    heading('3. Nhiệm vụ, giải pháp chủ yếu', 2),
    item('Quán triệt nhiệm vụ, giáo dục chính trị, tư tưởng cho cán bộ, chiến sĩ và lực lượng tham gia.'),
    item(
      'Kiện toàn Ban Chỉ đạo, Ban Tổ chức, Ban Đạo diễn, Ban Bảo đảm và khung tập; phân công rõ người, rõ việc, rõ thời hạn.',
    ),
    item(
      'Lãnh đạo soạn thảo văn kiện, tập huấn, luyện tập, hợp luyện đúng tiến độ; kiểm tra từng bước trước khi chuyển bước.',
    ),
    item('Bảo đảm hậu cần, kỹ thuật, tài chính, an ninh trật tự; tiết kiệm, chống lãng phí.'),
  ];
};

const organising = (sources: Sources): Block[] => {
  const board = officeName(sources, bodyIn(sources.exercise, 'SB'));
  const who = isCommune(sources) ? 'Chi ủy, chi bộ trực thuộc' : 'Cấp ủy, chi bộ các cơ quan, đơn vị';
  return [
    heading('III. TỔ CHỨC THỰC HIỆN'),
    text(`1. ${who} căn cứ Nghị quyết này xây dựng kế hoạch và lãnh đạo thực hiện nhiệm vụ được giao.`),
    text(`2. ${board} chỉ đạo, kiểm tra việc thực hiện và báo cáo kết quả theo quy định.`),
    text('3. Nghị quyết này được phổ biến đến chi bộ để thực hiện; định kỳ kiểm điểm, rút kinh nghiệm.'),
  ];
};

export const resolution = (sources: Sources, issued: Issued | null): PaperDocument => {
  const { exercise } = sources;
  const body = issuerOf(sources, 'resolution').body;
  const office = partyOffice(sources, body);
  const superior = codeOf(body) === 'MPC' ? 'Ban Thường vụ Thành ủy' : 'Đảng ủy Quân sự cấp trên';
  const grounds = citing(sources, ['directive']).map((each) => `${each};`);
  const held = issued ? `ngày ${date(issued.date)}` : 'ngày …/…/…';
  return paperOf(sources, 'resolution', issued, {
    type: 'Nghị quyết',
    subject: `của ${office} lãnh đạo nhiệm vụ ${within(exercise.theme)}`,
    body: [
      ...grounds.map((each) => text([{ text: each, italic: true }])),
      text(`Hội nghị ${office} ${held} đã thảo luận và thống nhất ra nghị quyết lãnh đạo nhiệm vụ diễn tập như sau:`),
      ...situation(sources),
      ...duties(sources),
      ...organising(sources),
    ],
    recipients: [
      `${superior} (để báo cáo)`,
      'Các chi bộ trực thuộc',
      `Các đồng chí trong ${office.replace(/ (thành phố|phường|xã) .*$/u, '')}`,
      'Lưu VPĐU',
    ],
  });
};
