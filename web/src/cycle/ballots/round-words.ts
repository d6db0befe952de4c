export { monthYear as monthOfRound } from '../rounds/round-words.ts';
