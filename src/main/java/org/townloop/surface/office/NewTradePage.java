package org.townloop.surface.office;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.pack.Fault;
import org.townloop.supply.pack.Pack;
import org.townloop.supply.pack.PackVersions;
import org.townloop.supply.pack.Packs;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.View;

/** A trade that nobody has foreseen, described in a form: it writes the pack file. */
@Controller
class NewTradePage {

    private final Offices offices;
    private final PackSheets sheets;
    private final Packs packs;
    private final PackVersions versions;
    private final AuditTrail audit;

    NewTradePage(Offices offices, PackSheets sheets, Packs packs, PackVersions versions, AuditTrail audit) {
        this.offices = offices;
        this.sheets = sheets;
        this.packs = packs;
        this.versions = versions;
        this.audit = audit;
    }

    @GetMapping("/office/new-trade")
    View blank(Page page, Actor actor, @RequestParam(required = false) @Nullable String region) {
        return offices.open(page, actor, region, office -> {
            sheets.requireChange(actor);
            return View.of(
                    "office/new-trade", new NewTradeView(office, new TradeDraft(Map.of()), List.of(), null, null));
        });
    }

    /** What was typed, {@code act} among it: {@code more} room, {@code preview} or {@code publish}. */
    @PostMapping("/office/new-trade")
    View write(Page page, Actor actor, @RequestParam String region, @RequestParam Map<String, String> typed) {
        return offices.open(page, actor, region, office -> {
            sheets.requireChange(actor);
            var draft = new TradeDraft(typed);
            return switch (draft.value("act")) {
                case "publish" -> publish(office, actor, draft);
                case "preview" -> looked(office, draft, null);
                default -> View.of("office/new-trade", new NewTradeView(office, draft, List.of(), null, null));
            };
        });
    }

    private View publish(Office office, Actor actor, TradeDraft draft) {
        return switch (versions.install(draft.yaml(), what -> audit.note(actor.person(), "trade-made", what))) {
            case Outcome.Done<Pack>(var pack) -> View.seeOther(office.to("/office/packs/" + pack.id()));
            case Outcome.Refused<Pack>(var refusal) ->
                looked(office, draft, office.page().refusal(refusal));
        };
    }

    private View looked(Office office, TradeDraft draft, @Nullable String refusal) {
        var yaml = draft.yaml();
        var faults = packs.faults(yaml).stream()
                .map(fault -> sentence(office, draft, fault))
                .distinct()
                .toList();
        var preview =
                versions.read(yaml) instanceof Outcome.Done<Pack>(var pack) ? PackSheet.of(office.page(), pack) : null;
        return View.of(
                "office/new-trade",
                new NewTradeView(office, draft, faults, preview, refusal),
                faults.isEmpty() && refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** The field by the name that it has in the form. */
    private static String sentence(Office office, TradeDraft draft, Fault fault) {
        var page = office.page();
        var field = draft.fieldOf(fault.field());
        var name = field.startsWith("attr.")
                ? page.text("office.trade.attribute", "number", Integer.parseInt(field.substring(5)) + 1)
                : switch (field) {
                    case "id", "name" -> page.text("office.trade.name");
                    case "summary" -> page.text("office.trade.summary");
                    case "unit" -> page.text("office.pack.unit");
                    case "staff" -> page.text("office.pack.staff");
                    case "resources" -> page.text("office.pack.resources");
                    case "synonyms" -> page.text("office.trade.synonyms");
                    default -> field;
                };
        return page.text("office.trade.fault", "field", name, "says", page.say(fault.says()));
    }
}
