package org.townloop.surface.desk;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Absent;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** The merchant's money over some days: every transfer, and sums that can be checked with a pencil. */
@Controller
class StatementPage {

    private static final MediaType CSV = new MediaType("text", "csv");

    private final Desks desks;
    private final StatementSheets sheets;
    private final NotNoted notNoted;
    private final StatementFile file;
    private final StatementPaper paper;

    StatementPage(Desks desks, StatementSheets sheets, NotNoted notNoted, StatementFile file, StatementPaper paper) {
        this.notNoted = notNoted;
        this.desks = desks;
        this.sheets = sheets;
        this.file = file;
        this.paper = paper;
    }

    @GetMapping("/desk/statement")
    View statement(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        return desks.open(page, actor, Right.SEE_STATEMENT, place, Desk.Tab.STATEMENT, desk -> {
            var view = view(desk, from, to);
            var status = view.wrong().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
            return View.of("desk/statement", view, status);
        });
    }

    /** The same as a file for a spreadsheet. */
    @GetMapping("/desk/statement.csv")
    View csv(Page page, Actor actor, @RequestParam UUID place, @RequestParam String from, @RequestParam String to) {
        return desks.open(page, actor, Right.SEE_STATEMENT, place, Desk.Tab.STATEMENT, desk -> {
            var period = period(from, to);
            var name = "townloop-statement-" + period.from() + "-" + period.to() + ".csv";
            return new View.Download(name, CSV, file.of(desk, period));
        });
    }

    /** The same to be kept on paper. */
    @GetMapping("/desk/statement.pdf")
    View pdf(Page page, Actor actor, @RequestParam UUID place, @RequestParam String from, @RequestParam String to) {
        return desks.open(page, actor, Right.SEE_STATEMENT, place, Desk.Tab.STATEMENT, desk -> {
            var bytes = paper.of(desk, period(from, to));
            var name = "townloop-statement-" + from.strip() + "-" + to.strip() + ".pdf";
            return new View.Streamed(name, MediaType.APPLICATION_PDF, out -> out.write(bytes));
        });
    }

    private static Period period(String from, String to) {
        var period = new Period(day(from), day(to));
        if (period.wrong().isPresent()) {
            throw new Absent("a statement from " + from + " to " + to);
        }
        return period;
    }

    private static LocalDate day(String typed) {
        return Typed.day(typed).orElseThrow(() -> new Absent("a statement of " + typed));
    }

    private StatementView view(Desk desk, @Nullable String from, @Nullable String to) {
        var usual = Period.usual(desk.times().today());
        var first = Period.day(from, usual.from());
        var last = Period.day(to, usual.to());
        var wrong = new LinkedHashMap<String, String>();
        var page = desk.page();
        if (first == null) {
            wrong.put("from", page.text("desk.statement.wrong.day"));
        }
        if (last == null) {
            wrong.put("to", page.text("desk.statement.wrong.day"));
        }
        var period = first == null || last == null ? null : new Period(first, last);
        if (period != null) {
            period.wrong()
                    .ifPresent(fault ->
                            wrong.put("to", page.text("desk.statement.wrong." + fault, "days", Period.MOST_DAYS)));
        }
        return new StatementView(
                desk,
                first == null ? Objects.requireNonNullElse(from, "") : first.toString(),
                last == null ? Objects.requireNonNullElse(to, "") : last.toString(),
                Map.copyOf(wrong),
                presets(desk, period),
                sheets.verified(desk),
                notNoted.of(desk),
                period == null || !wrong.isEmpty() ? null : sheets.of(desk, period));
    }

    private static List<StatementView.Preset> presets(Desk desk, @Nullable Period chosen) {
        var today = desk.times().today();
        return List.of(
                preset(desk, "desk.statement.today", new Period(today, today), chosen),
                preset(desk, "desk.statement.this-month", Period.usual(today), chosen),
                preset(desk, "desk.statement.last-month", Period.lastMonth(today), chosen));
    }

    private static StatementView.Preset preset(Desk desk, String key, Period period, @Nullable Period chosen) {
        return new StatementView.Preset(
                desk.page().text(key),
                desk.to(Desk.Tab.STATEMENT) + "&from=" + period.from() + "&to=" + period.to(),
                period.equals(chosen));
    }
}
