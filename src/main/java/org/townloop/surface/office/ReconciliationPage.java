package org.townloop.surface.office;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.People;
import org.townloop.base.identity.Person;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.reconciliation.Difference;
import org.townloop.loop.reconciliation.DifferenceState;
import org.townloop.loop.reconciliation.Reconciliation;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** What gateways say that they moved and we do not, or the other way round, to be worked through. */
@Controller
class ReconciliationPage {

    private static final String PATH = "/office/reconciliation";
    private static final int SHOWN = 100;

    private final Offices offices;
    private final Reconciliation reconciliation;
    private final People people;

    ReconciliationPage(Offices offices, Reconciliation reconciliation, People people) {
        this.offices = offices;
        this.reconciliation = reconciliation;
        this.people = people;
    }

    @GetMapping(PATH)
    View list(Page page, Actor actor, @RequestParam(required = false) @Nullable String region) {
        return offices.open(
                page, actor, region, office -> View.of("office/reconciliation", view(office, null, Form.EMPTY)));
    }

    @PostMapping(PATH + "/{id}")
    View decide(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String region,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String key) {
        var wanted = state.equals("settled") ? DifferenceState.SETTLED : DifferenceState.EXPLAINED;
        var outcome = reconciliation.decide(actor, id, wanted, note, key);
        return offices.open(page, actor, region, office -> switch (outcome) {
            case Outcome.Done<Difference> _ -> View.seeOther(office.to(PATH) + "#d-" + id);
            case Outcome.Refused<Difference>(var refusal) ->
                View.of(
                        "office/reconciliation",
                        view(office, id, new Form(Map.of("note", List.of(note)), refusal)),
                        Problems.status(refusal.reason()));
        });
    }

    private ReconciliationView view(Office office, @Nullable UUID tried, Form form) {
        var found = reconciliation.of(office.within(), SHOWN);
        var names = people.get(found.stream()
                .map(Difference::changedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return new ReconciliationView(
                office,
                found.stream()
                        .map(each -> row(office, each, names, each.id().equals(tried) ? form : Form.EMPTY))
                        .toList());
    }

    private static ReconciliationView.Row row(
            Office office, Difference difference, Map<PersonId, Person> names, Form form) {
        var by = difference.changedBy() == null ? null : names.get(difference.changedBy());
        var changed = difference.changedAt();
        return new ReconciliationView.Row(
                difference.id().toString(),
                office.page().text("office.difference." + code(difference.kind())),
                office.page().text("office.movement." + code(difference.movement())),
                difference.gateway(),
                office.times().date(difference.day()),
                difference.reference(),
                money(office, difference.ours()),
                money(office, difference.theirs()),
                office.page().text("office.difference.state." + code(difference.state())),
                switch (difference.state()) {
                    case OPEN -> "bad";
                    case EXPLAINED -> "wait";
                    case SETTLED -> "good";
                },
                Objects.requireNonNullElse(difference.note(), ""),
                (by == null ? "" : by.name())
                        + (changed == null ? "" : " · " + office.times().moment(changed)),
                difference.state().canBecome(DifferenceState.EXPLAINED),
                difference.state().canBecome(DifferenceState.SETTLED),
                form);
    }

    private static String money(Office office, @Nullable Money money) {
        return money == null ? "–" : office.page().formats().exact(money);
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
