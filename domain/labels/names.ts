/** How codes and ids are called where a sentence is read; all already in the language asked for. */
import type { BodyId } from '../people.ts';

export interface Names {
  /** `Công an thành phố Tam Kỳ` */
  body(id: BodyId): string;
  /** Post of the head: `Trưởng Công an thành phố Tam Kỳ` */
  head(id: BodyId): string;
  /** A post besides the head, without its body: `Phó Chỉ huy trưởng` */
  post(body: BodyId, id: string): string;
  /** `C17 Kế hoạch bảo đảm an ninh trật tự` */
  task(code: string): string;
  /** `phường Tân Thạnh` */
  unit(id: string): string;
  /** `DT-22` */
  exercise(id: string): string;
}
