package org.townloop.supply.merchant;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.merchant.hours.WallSpan;

/**
 * A rota as it was read. Whoever stands in it works as it says from its first to its last day, and has the days off of
 * which it says nothing; all others work as ever.
 *
 * @param faults of its lines, in their order; of a rota with faults nothing is written
 * @param shifts by person and day; none on a day off
 */
public record Rota(
        List<Refusal> faults,
        LocalDate first,
        LocalDate last,
        Map<StaffId, SortedMap<LocalDate, List<WallSpan>>> shifts) {

    static Rota faulty(List<Refusal> faults) {
        return new Rota(faults, LocalDate.EPOCH, LocalDate.EPOCH, Map.of());
    }

    public boolean isSound() {
        return faults.isEmpty();
    }

    /** Each day from the first to the last. */
    SortedMap<LocalDate, List<WallSpan>> daysOf(StaffId person) {
        var days = new TreeMap<LocalDate, List<WallSpan>>();
        var said = shifts.getOrDefault(person, new TreeMap<>());
        first.datesUntil(last.plusDays(1)).forEach(day -> days.put(day, said.getOrDefault(day, List.of())));
        return days;
    }
}
