/** Words of the organisation: levels of units, models of tiers, and its commands by the words on their buttons. */
import type { Level, OrgModel } from '../organisation/state.ts';

interface Word {
  readonly vi: string;
  readonly en: string;
}
const word = (vi: string, en: string): Word => ({ vi, en });

export const UNIT_LEVEL_NAMES: Readonly<Record<Level, Word>> = {
  province: word('cấp tỉnh', 'province'),
  region: word('khu vực phòng thủ', 'region'),
  district: word('cấp huyện', 'district'),
  commune: word('cấp xã', 'commune'),
  workplace: word('cơ quan, doanh nghiệp', 'workplace'),
};

export const MODEL_NAMES: Readonly<Record<OrgModel, Word>> = {
  threeTier: word('ba cấp', 'three-tier'),
  twoTier: word('hai cấp', 'two-tier'),
};

export const ORGANISATION_ACTS = {
  EstablishOrganisation: word('Nhập tổ chức', 'Enter the organisation'),
  AddUnit: word('Thêm đơn vị', 'Add a unit'),
  RenameUnit: word('Đổi tên đơn vị', 'Rename a unit'),
  MoveUnit: word('Đổi cấp trên của đơn vị', 'Put a unit under another superior'),
  ChangeOrgModel: word('Đổi mô hình tổ chức', 'Change the model of tiers'),
  MergeUnits: word('Sáp nhập đơn vị', 'Merge units'),
  SplitUnit: word('Chia tách đơn vị', 'Split a unit'),
  AddBody: word('Thêm cơ quan', 'Add a body'),
  EndBody: word('Giải thể cơ quan', 'Dissolve a body'),
  AddPost: word('Thêm chức vụ', 'Add a post'),
  EndPost: word('Bỏ chức vụ', 'End a post'),
  AppointHolder: word('Bổ nhiệm', 'Appoint'),
  EndHolding: word('Thôi giữ chức vụ', 'End the holding of a post'),
  DelegatePost: word('Ủy quyền', 'Delegate'),
  RevokeDelegation: word('Thu hồi ủy quyền', 'Revoke a delegation'),
  Rehome: word('Chuyển cơ quan theo sắp xếp tổ chức', 'Re-home after a reform'),
} as const;
