import { PeriodPicker } from './period-picker.tsx';
import { PersonMenu } from './person-menu.tsx';
import { SearchSlot } from './search-slot.tsx';
import styles from './shell.module.css';
import { UnitPicker } from './unit-picker.tsx';

/** Period and unit that every screen obeys, search, and the person. */
export function TopBar() {
  return (
    <header className={styles.top}>
      <PeriodPicker />
      <div className={styles.unit}>
        <UnitPicker />
      </div>
      <div className={styles.grow} />
      <SearchSlot />
      <PersonMenu />
    </header>
  );
}
