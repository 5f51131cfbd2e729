package org.townloop.surface.office;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.region.RateBook;
import org.townloop.base.region.RateReason;
import org.townloop.base.region.Rates;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** What of a sale goes to platform, partner and referrers in a region. */
@Controller
class RatesPage {

    private static final String PATH = "/office/rates";

    private final Offices offices;
    private final RateBook book;
    private final RateSheets sheets;
    private final AuditTrail audit;

    RatesPage(Offices offices, RateBook book, RateSheets sheets, AuditTrail audit) {
        this.offices = offices;
        this.book = book;
        this.sheets = sheets;
        this.audit = audit;
    }

    @GetMapping(PATH)
    View show(Page page, Actor actor, @RequestParam(required = false) @Nullable String region) {
        return offices.open(page, actor, region, office -> View.of("office/rates", sheets.of(office, Form.EMPTY)));
    }

    @PostMapping(PATH)
    View change(
            Page page, Actor actor, @RequestParam String region, @RequestParam MultiValueMap<String, String> typed) {
        return offices.open(page, actor, region, office -> switch (rates(typed)) {
            case Outcome.Refused<Rates>(var refusal) -> refused(office, typed, refusal);
            case Outcome.Done<Rates>(var said) ->
                switch (book.change(
                        office.region().id(), said, what -> audit.note(actor.person(), "rates-changed", what))) {
                    case Outcome.Refused<?>(var refusal) -> refused(office, typed, refusal);
                    case Outcome.Done<?> _ -> View.seeOther(office.to(PATH));
                };
        });
    }

    private View refused(Office office, Map<String, List<String>> typed, Refusal refusal) {
        return View.of("office/rates", sheets.of(office, new Form(typed, refusal)), Problems.status(refusal.reason()));
    }

    private static Outcome<Rates> rates(Map<String, List<String>> typed) {
        for (var name : RateSheets.NAMES) {
            if (!value(typed, name).isEmpty() && basisPoints(value(typed, name)).isEmpty()) {
                return Outcome.refused(Refusal.of(RateReason.RATE_INVALID, name));
            }
        }
        return Outcome.done(new Rates(
                basisPoints(value(typed, "platform")).orElse(null),
                basisPoints(value(typed, "partner")).orElse(null),
                basisPoints(value(typed, "referrer")).orElse(null),
                null,
                value(typed, "locked").equals("yes")));
    }

    /** Percent with two decimals at most, after a point or a comma. */
    static Optional<Integer> basisPoints(String percent) {
        if (!percent.matches("[0-9]{1,3}([.,][0-9]{1,2})?")) {
            return Optional.empty();
        }
        var parts = percent.split("[.,]");
        var hundredths = parts.length == 1 ? 0 : Integer.parseInt((parts[1] + "0").substring(0, 2));
        var points = Integer.parseInt(parts[0]) * 100 + hundredths;
        return points > 10_000 ? Optional.empty() : Optional.of(points);
    }

    private static String value(Map<String, List<String>> typed, String name) {
        return typed.getOrDefault(name, List.of("")).getFirst().strip();
    }
}
