package org.townloop.surface.office;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;
import org.townloop.base.kernel.Written;
import org.townloop.base.region.Holiday;
import org.townloop.base.region.HolidayBook;
import org.townloop.base.region.HolidayFile;
import org.townloop.base.region.HolidayReason;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** The holidays and make-up workdays that a region lives by. */
@Controller
class HolidaysPage {

    private static final String PATH = "/office/holidays";

    private final Offices offices;
    private final HolidayBook book;
    private final HolidayLists lists;
    private final AuditTrail audit;

    HolidaysPage(Offices offices, HolidayBook book, HolidayLists lists, AuditTrail audit) {
        this.offices = offices;
        this.book = book;
        this.lists = lists;
        this.audit = audit;
    }

    @GetMapping(PATH)
    View list(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String year) {
        return offices.open(
                page,
                actor,
                region,
                office -> View.of("office/holidays", lists.of(office, actor, Form.EMPTY, List.of(), year)));
    }

    /** Adds a day, or says something else of it than before. */
    @PostMapping(PATH)
    View add(Page page, Actor actor, @RequestParam String region, @RequestParam MultiValueMap<String, String> typed) {
        return open(page, actor, region, true, office -> {
            var year = value(typed, "day").replaceFirst("-.*", "");
            return switch (day(typed)) {
                case Outcome.Refused<Holiday>(var refusal) -> refused(office, actor, typed, refusal);
                case Outcome.Done<Holiday>(var day) ->
                    switch (book.write(
                            office.region().id(), lists.code(office), day, "", noted(actor, "holiday-written"))) {
                        case Outcome.Refused<?>(var refusal) -> refused(office, actor, typed, refusal);
                        case Outcome.Done<?> _ -> back(office, year);
                    };
            };
        });
    }

    @PostMapping(PATH + "/removal")
    View remove(Page page, Actor actor, @RequestParam String region, @RequestParam String day) {
        return open(page, actor, region, true, office -> {
            Typed.day(day)
                    .ifPresent(known -> book.remove(
                            office.region().id(), lists.code(office), known, noted(actor, "holiday-removed")));
            return back(office, day.replaceFirst("-.*", ""));
        });
    }

    /** Takes the years of a file, or of typed lines, all of it or nothing. */
    @PostMapping(PATH + "/file")
    View take(
            Page page,
            Actor actor,
            @RequestParam String region,
            @RequestParam(defaultValue = "") String lines,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        var text = file == null || file.isEmpty() ? lines : new String(file.getBytes(), StandardCharsets.UTF_8);
        return open(page, actor, region, true, office -> {
            var read = HolidayFile.read(text);
            return switch (book.write(
                    office.region().id(), lists.code(office), read, "", noted(actor, "holidays-taken"))) {
                case Outcome.Done<?> _ ->
                    back(office, Integer.toString(read.days().getLast().day().getYear()));
                case Outcome.Refused<?>(var refusal) ->
                    View.of(
                            "office/holidays",
                            lists.of(
                                    office,
                                    actor,
                                    new Form(
                                            Map.of("lines", List.of(text)),
                                            Refusal.of(refusal.reason(), "lines", refusal.facts())),
                                    read.faults(),
                                    null),
                            Problems.status(refusal.reason()));
            };
        });
    }

    /** @param calendar a code, {@code none}, or an empty text to inherit */
    @PostMapping(PATH + "/calendar")
    View choose(Page page, Actor actor, @RequestParam String region, @RequestParam String calendar) {
        return open(page, actor, region, false, office -> {
            if (!calendar.isEmpty() && !lists.isOffered(office, calendar)) {
                return refused(office, actor, Map.of(), Refusal.of(HolidayReason.CALENDAR_INVALID, "calendar"));
            }
            book.choose(office.region().id(), calendar.isEmpty() ? null : calendar, noted(actor, "calendar-chosen"));
            return View.seeOther(office.to(PATH));
        });
    }

    /** @param days whether days of the calendar are changed, which others may live by as well */
    private View open(Page page, Actor actor, String region, boolean days, Function<Office, View> done) {
        return offices.open(page, actor, region, office -> {
            if (days && !lists.mayChange(office, actor)) {
                throw new Absent("a calendar of " + office.region().code());
            }
            return done.apply(office);
        });
    }

    private View refused(Office office, Actor actor, Map<String, List<String>> typed, Refusal refusal) {
        return View.of(
                "office/holidays",
                lists.of(office, actor, new Form(typed, refusal), List.of(), null),
                Problems.status(refusal.reason()));
    }

    private Consumer<String> noted(Actor actor, String action) {
        return what -> audit.note(actor.person(), action, what);
    }

    private static Outcome<Holiday> day(Map<String, List<String>> typed) {
        var day = Typed.day(value(typed, "day")).filter(known -> known.getYear() >= 1900 && known.getYear() <= 2200);
        if (day.isEmpty()) {
            return Outcome.refused(Refusal.of(HolidayReason.HOLIDAY_DAY_INVALID, "day"));
        }
        var kind = value(typed, "kind").equals("WORKDAY") ? Holiday.Kind.WORKDAY : Holiday.Kind.HOLIDAY;
        var standsFor = Optional.of(value(typed, "standsFor")).filter(text -> text.matches("[1-7]"));
        if (standsFor.isPresent() && kind == Holiday.Kind.HOLIDAY) {
            return Outcome.refused(Refusal.of(HolidayReason.HOLIDAY_STANDS_FOR_INVALID, "standsFor"));
        }
        return Outcome.done(new Holiday(
                day.get(),
                kind,
                standsFor.map(Integer::valueOf).map(DayOfWeek::of).orElse(null),
                new Words(Written.plain(value(typed, "nameEn")), Written.plain(value(typed, "nameZh")))));
    }

    private static View back(Office office, String year) {
        return View.seeOther(office.to(PATH) + (year.matches("[0-9]{4}") ? "&year=" + year : ""));
    }

    private static String value(Map<String, List<String>> typed, String name) {
        return typed.getOrDefault(name, List.of("")).getFirst().strip();
    }
}
