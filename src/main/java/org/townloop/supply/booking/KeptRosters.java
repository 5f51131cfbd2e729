package org.townloop.supply.booking;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.townloop.base.region.HolidayCalendar;
import org.townloop.supply.booking.Roster.Subject;
import org.townloop.supply.merchant.PlaceId;

/** Rosters in memory, each beside what it was made of; when there is no room, those go that nobody has asked for the longest. */
final class KeptRosters {

    /** What a roster is made of: where one of these is another, the roster is. */
    record MadeOf(long version, Timeline timeline, HolidayCalendar calendar) {}

    private record Entry(MadeOf madeOf, Roster roster, int words) {}

    /** Thirty-two megabytes of marks: those of five thousand places whose people work whenever they are open. */
    static final int MOST_WORDS = 4_000_000;

    private static final int WORDS_OF_A_SUBJECT = 20;
    private static final int WORDS_OF_A_YEAR = 500;

    private final Map<PlaceId, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final int most;
    private int words;

    KeptRosters() {
        this(MOST_WORDS);
    }

    KeptRosters(int mostWords) {
        this.most = mostWords;
    }

    /** Those of them that are kept, and are made of the same. */
    synchronized Map<PlaceId, Roster> of(Map<PlaceId, MadeOf> wanted) {
        var found = new HashMap<PlaceId, Roster>();
        wanted.forEach((place, madeOf) -> {
            var entry = entries.get(place);
            if (entry != null && entry.madeOf().equals(madeOf)) {
                found.put(place, entry.roster());
            }
        });
        return found;
    }

    synchronized void keep(Roster roster, MadeOf madeOf) {
        var entry = new Entry(madeOf, roster, words(roster));
        var before = entries.put(roster.place(), entry);
        words += entry.words() - (before == null ? 0 : before.words());
        var oldest = entries.entrySet().iterator();
        while (words > most && oldest.hasNext()) {
            words -= oldest.next().getValue().words();
            oldest.remove();
        }
    }

    synchronized int size() {
        return entries.size();
    }

    /** Marks that are shared count once. */
    private static int words(Roster roster) {
        var subjects = roster.staff().size() + roster.resources().size();
        return roster.open().length
                + WORDS_OF_A_YEAR
                + subjects * WORDS_OF_A_SUBJECT
                + Stream.concat(roster.staff().stream(), roster.resources().stream())
                        .map(Subject::open)
                        .filter(open -> open != roster.open())
                        .mapToInt(open -> open.length)
                        .sum();
    }
}
