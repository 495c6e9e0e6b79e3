import { defineProfile } from '../../schemas/profile.ts';

export default defineProfile({
  id: 'liaoning',
  title: '辽宁省（沈阳市）',
  extends: 'default',
  match: { all: [/辽宁省|沈阳市/] },
});
