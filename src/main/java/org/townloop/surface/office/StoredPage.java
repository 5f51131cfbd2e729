package org.townloop.surface.office;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.checkout.CardLiabilities;
import org.townloop.loop.stored.Said;
import org.townloop.loop.stored.StoredTerms;
import org.townloop.supply.merchant.Places;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Typed;
import org.townloop.surface.page.View;

/** Stored value in a region: who keeps its money, and how long cards are good. */
@Controller
class StoredPage {

    private static final String PATH = "/office/stored";

    private final Offices offices;
    private final StoredTerms terms;
    private final CardLiabilities liabilities;
    private final Places places;

    StoredPage(Offices offices, StoredTerms terms, CardLiabilities liabilities, Places places) {
        this.offices = offices;
        this.terms = terms;
        this.liabilities = liabilities;
        this.places = places;
    }

    @GetMapping(PATH)
    View show(Page page, Actor actor, @RequestParam(required = false) @Nullable String region) {
        return offices.open(page, actor, region, office -> View.of("office/stored", view(office, Form.EMPTY)));
    }

    @PostMapping(PATH)
    View say(Page page, Actor actor, @RequestParam String region, @RequestParam MultiValueMap<String, String> typed) {
        return offices.open(page, actor, region, office -> switch (terms.say(
                actor, office.region().id(), said(typed))) {
            case Outcome.Done<Said> _ -> View.seeOther(office.to(PATH));
            case Outcome.Refused<Said>(var refusal) ->
                View.of("office/stored", view(office, new Form(typed, refusal)), Problems.status(refusal.reason()));
        });
    }

    /** Months that cannot be read are refused as too many. */
    private static Said said(Map<String, List<String>> typed) {
        var months = Typed.text(typed, "months");
        return new Said(
                months.isEmpty() ? null : Integer.valueOf(Typed.number(months).orElse(Integer.MAX_VALUE)),
                orNull(typed, "depositary"),
                orNull(typed, "reference"),
                Typed.text(typed, "locked").equals("yes"));
    }

    private static @Nullable String orNull(Map<String, List<String>> typed, String name) {
        var text = Typed.text(typed, name);
        return text.isEmpty() ? null : text;
    }

    private StoredView view(Office office, Form form) {
        var region = office.region().id();
        var lock = terms.lockedBy(region);
        return new StoredView(
                office,
                form,
                terms.inForce(region),
                terms.of(region),
                lock == null ? null : office.page().say(lock.name()),
                owed(office));
    }

    private List<StoredView.Owed> owed(Office office) {
        var owed = liabilities.in(office.within());
        var names = places.merchants(
                owed.stream().map(CardLiabilities.Owed::merchant).toList());
        return owed.stream()
                .map(each -> new StoredView.Owed(
                        office.page()
                                .say(Objects.requireNonNull(names.get(each.merchant()))
                                        .name()),
                        each.cards(),
                        office.page().money(each.outstanding())))
                .toList();
    }
}
