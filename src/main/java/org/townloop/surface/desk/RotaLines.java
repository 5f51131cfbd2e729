package org.townloop.surface.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.townloop.supply.merchant.Crew;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.merchant.hours.WallSpan;
import org.townloop.surface.page.Page;

/** A rota as lines that can be changed, saved and read again. */
final class RotaLines {

    private RotaLines() {}

    static String of(Page page, List<Crew.Member> crew, Map<StaffId, SortedMap<LocalDate, List<WallSpan>>> rota) {
        var text = new StringBuilder();
        try (var csv = new CSVPrinter(
                text, CSVFormat.RFC4180.builder().setRecordSeparator("\n").get())) {
            csv.printRecord(
                    page.text("desk.rota.name"),
                    page.text("desk.rota.day"),
                    page.text("desk.rota.from"),
                    page.text("desk.rota.until"));
            for (var person : crew) {
                for (var day : rota.getOrDefault(person.id(), new TreeMap<>()).entrySet()) {
                    if (day.getValue().isEmpty()) {
                        csv.printRecord(page.say(person.name()), day.getKey(), page.text("desk.rota.off"), "");
                    }
                    for (var span : day.getValue()) {
                        csv.printRecord(page.say(person.name()), day.getKey(), time(span.opens()), time(span.closes()));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written but a text
        }
        return text.toString();
    }

    /** A time of the night after is that of a clock; the end of the day is 24:00. */
    private static String time(int minute) {
        var shown = minute > WallSpan.MINUTES_OF_DAY ? minute - WallSpan.MINUTES_OF_DAY : minute;
        return "%02d:%02d".formatted(shown / 60, shown % 60);
    }
}
