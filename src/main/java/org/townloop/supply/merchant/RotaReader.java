package org.townloop.supply.merchant;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.merchant.RotaCells.Times;
import org.townloop.supply.merchant.hours.WallSpan;

/**
 * Reads a rota: in each line a name, a day, from when and until when; or a name, a day and that they are off. Columns are
 * parted by commas, semicolons or tabs, as tables are copied or saved, and as a Chinese keyboard types them. Every fault is named, with its line.
 */
final class RotaReader {

    static final int MOST_LINES = 4_000;
    private static final int MOST_FAULTS = 100;
    private static final int MOST_HOURS = 16;
    private static final int FIELDS = 4;
    private static final Set<String> HEADS = Set.of("name", "person", "staff", "姓名", "员工", "人员", "名字");

    private record Fault(long line, Refusal refusal) {}

    private final Map<String, List<StaffId>> people = new HashMap<>();
    private final String names;
    private final LocalDate today;
    private final LocalDate lastDay;
    private final List<Fault> faults = new ArrayList<>();
    private final List<RotaLine> lines = new ArrayList<>();

    RotaReader(List<Crew.Member> crew, LocalDate today) {
        crew.forEach(member -> Stream.of(member.name().en(), member.name().zh())
                .filter(Objects::nonNull)
                .map(RotaReader::canonical)
                .filter(name -> !name.isEmpty())
                .distinct()
                .forEach(name ->
                        people.computeIfAbsent(name, each -> new ArrayList<>()).add(member.id())));
        this.names =
                crew.stream().map(member -> member.name().in(Locale.ENGLISH)).collect(Collectors.joining(", "));
        this.today = today;
        this.lastDay = today.plusYears(1);
    }

    Rota read(String typed) {
        var text = typed.replace('，', ',').replace('；', ';');
        try (var csv = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get()
                .parse(new StringReader(text))) {
            for (var each : csv) {
                if (csv.getRecordNumber() > MOST_LINES) {
                    return Rota.faulty(
                            List.of(Refusal.of(RotaReason.ROTA_TOO_LONG, "rota", Map.of("max", MOST_LINES))));
                }
                line(each, csv.getCurrentLineNumber());
                if (faults.size() >= MOST_FAULTS) {
                    return named();
                }
            }
        } catch (UncheckedIOException e) {
            return Rota.faulty(List.of(Refusal.of(RotaReason.ROTA_UNREADABLE, "rota")));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is read but a text
        }
        return rota();
    }

    /** The one that stands most often in the first line. */
    private static char delimiter(String text) {
        var first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return List.of(',', ';', '\t').stream()
                .max(Comparator.comparingLong(
                        sign -> first.chars().filter(letter -> letter == sign).count()))
                .orElseThrow();
    }

    private void line(CSVRecord cells, long number) {
        var name = cells.get(0);
        if (cells.stream().allMatch(String::isBlank) || (lines.isEmpty() && HEADS.contains(canonical(name)))) {
            return;
        }
        if (cells.size() < FIELDS - 1) {
            fault(RotaReason.ROTA_FIELDS, number, name, Map.of());
            return;
        }
        var person = person(name, number);
        var day = day(cells.get(1), number);
        var until = cells.size() < FIELDS ? "" : cells.get(FIELDS - 1);
        if (RotaCells.isOff(cells.get(2)) && (until.isEmpty() || RotaCells.isOff(until))) {
            add(number, person, day, null);
        } else {
            var span = span(cells.get(2), until, number);
            if (span != null) {
                add(number, person, day, span);
            }
        }
    }

    private void add(long number, @Nullable StaffId person, @Nullable LocalDate day, @Nullable WallSpan span) {
        if (person != null && day != null) {
            lines.add(new RotaLine(number, person, day, span));
        }
    }

    private @Nullable StaffId person(String name, long number) {
        var found = people.getOrDefault(canonical(name), List.of());
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.isEmpty()) {
            fault(RotaReason.ROTA_NAME_UNKNOWN, number, name, Map.of("names", names));
        } else {
            fault(RotaReason.ROTA_NAME_OF_TWO, number, name, Map.of());
        }
        return null;
    }

    private @Nullable LocalDate day(String typed, long number) {
        var day = RotaCells.day(typed);
        if (day == null) {
            fault(RotaReason.ROTA_NO_DATE, number, typed, Map.of());
        } else if (day.isBefore(today)) {
            fault(RotaReason.ROTA_DATE_PAST, number, typed, Map.of());
            return null;
        } else if (day.isAfter(lastDay)) {
            fault(RotaReason.ROTA_DATE_TOO_FAR, number, typed, Map.of("last", lastDay.toString()));
            return null;
        }
        return day;
    }

    /** What ends no later than it begins ends on the day after. */
    private @Nullable WallSpan span(String from, String until, long number) {
        var times = RotaCells.times(from, until);
        return switch (times) {
            case Times.Unreadable(var text) -> {
                fault(RotaReason.ROTA_NO_TIME, number, text, Map.of());
                yield null;
            }
            case Times.Span(var opens, var closes)
            when opens == closes -> {
                fault(RotaReason.ROTA_SHIFT_EMPTY, number, from, Map.of());
                yield null;
            }
            case Times.Span(var opens, var closes) -> {
                var end = closes > opens ? closes : closes + WallSpan.MINUTES_OF_DAY;
                if (end - opens > MOST_HOURS * 60) {
                    fault(RotaReason.ROTA_SHIFT_TOO_LONG, number, from + "–" + until, Map.of("hours", MOST_HOURS));
                    yield null;
                }
                yield new WallSpan(opens, end);
            }
        };
    }

    private Rota rota() {
        if (lines.isEmpty() && faults.isEmpty()) {
            return Rota.faulty(List.of(Refusal.of(RotaReason.ROTA_EMPTY, "rota")));
        }
        var byPerson = new HashMap<StaffId, List<RotaLine>>();
        lines.forEach(line -> byPerson.computeIfAbsent(line.person(), each -> new ArrayList<>())
                .add(line));
        byPerson.values().forEach(this::collisions);
        if (!faults.isEmpty()) {
            return named();
        }
        var shifts = new HashMap<StaffId, SortedMap<LocalDate, List<WallSpan>>>();
        byPerson.forEach((person, said) -> shifts.put(person, RotaLine.days(said)));
        var days = lines.stream().map(RotaLine::day).sorted().toList();
        return new Rota(List.of(), days.getFirst(), days.getLast(), shifts);
    }

    /** Two shifts at one time, or one on a day off; also into the day after a night. */
    private void collisions(List<RotaLine> said) {
        var sorted = said.stream()
                .sorted(Comparator.comparingLong(RotaLine::begins).thenComparing(RotaLine::number))
                .toList();
        RotaLine before = null;
        for (var line : sorted) {
            if (before != null) {
                var reason = line.after(before);
                if (reason != null) {
                    fault(reason, line.number(), line.day().toString(), Map.of("other", before.number()));
                }
            }
            before = before == null || line.outlasts(before) ? line : before;
        }
    }

    private void fault(RotaReason reason, long line, String text, Map<String, Object> more) {
        var facts = new HashMap<>(more);
        facts.put("line", line);
        facts.put("text", text.length() > 40 ? text.substring(0, 40) + "…" : text);
        faults.add(new Fault(line, Refusal.of(reason, "rota", facts)));
    }

    private Rota named() {
        return Rota.faulty(faults.stream()
                .sorted(Comparator.comparingLong(Fault::line))
                .map(Fault::refusal)
                .toList());
    }

    static String canonical(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
