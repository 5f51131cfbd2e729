package org.townloop.surface.office;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.pack.Pack;
import org.townloop.supply.pack.PackId;
import org.townloop.supply.pack.PackVersions;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** The trades that can be booked: their versions, and pack files that are uploaded and written here. */
@Controller
class PacksPage {

    private static final String PATH = "/office/packs";
    private static final int MOST_BYTES = 600_000;

    private final Offices offices;
    private final PackSheets sheets;
    private final PackVersions versions;
    private final AuditTrail audit;

    PacksPage(Offices offices, PackSheets sheets, PackVersions versions, AuditTrail audit) {
        this.offices = offices;
        this.sheets = sheets;
        this.versions = versions;
        this.audit = audit;
    }

    @GetMapping(PATH)
    View list(Page page, Actor actor, @RequestParam(required = false) @Nullable String region) {
        return offices.open(page, actor, region, office -> View.of("office/packs", sheets.all(office, actor)));
    }

    @GetMapping(PATH + "/{id}")
    View show(
            Page page,
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(defaultValue = "") String version) {
        var which = version.isEmpty() ? null : number(version);
        return offices.open(
                page,
                actor,
                region,
                office -> View.of("office/pack", sheets.one(office, actor, pack(id), which, null)));
    }

    /**
     * Sells under another version, a later or an earlier one.
     *
     * @param seen the version that was current when the page was made
     */
    @PostMapping(PATH + "/{id}/current")
    View makeCurrent(
            Page page,
            Actor actor,
            @PathVariable String id,
            @RequestParam String region,
            @RequestParam String version,
            @RequestParam String seen) {
        return change(page, actor, region, office -> {
            var outcome =
                    versions.makeCurrent(pack(id), number(version), number(seen), noted(actor, "pack-version-chosen"));
            return switch (outcome) {
                case Outcome.Done<Pack> _ -> View.seeOther(office.to(PATH + "/" + id));
                case Outcome.Refused<Pack>(var refusal) ->
                    View.of(
                            "office/pack",
                            sheets.one(office, actor, pack(id), number(version), page.refusal(refusal)),
                            Problems.status(refusal.reason()));
            };
        });
    }

    /** @param from the pack whose text to begin with, or nothing */
    @GetMapping("/office/pack-text")
    View edit(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "0") String version) {
        return change(page, actor, region, office -> {
            var text = from.isEmpty() ? "" : versions.text(pack(from), number(version));
            return View.of("office/pack-text", sheets.text(office, from, text, false, null));
        });
    }

    /**
     * Looks at a text that was typed or uploaded, or installs it.
     *
     * @param act {@code install}; with anything else it is only looked at
     */
    @PostMapping("/office/pack-text")
    View look(
            Page page,
            Actor actor,
            @RequestParam String region,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        var given = file == null || file.isEmpty()
                ? text.replace("\r\n", "\n")
                : new String(file.getInputStream().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        return change(page, actor, region, office -> {
            if (!act.equals("install")) {
                return View.of("office/pack-text", sheets.text(office, from, given, true, null));
            }
            return switch (versions.install(given, noted(actor, "pack-installed"))) {
                case Outcome.Done<Pack>(var pack) ->
                    View.seeOther(office.to(PATH + "/" + pack.id()) + "&version=" + pack.version());
                case Outcome.Refused<Pack>(var refusal) ->
                    View.of(
                            "office/pack-text",
                            sheets.text(office, from, given, true, page.refusal(refusal)),
                            Problems.status(refusal.reason()));
            };
        });
    }

    private View change(Page page, Actor actor, @Nullable String region, Function<Office, View> done) {
        return offices.open(page, actor, region, office -> {
            sheets.requireChange(actor);
            return done.apply(office);
        });
    }

    private Consumer<String> noted(Actor actor, String action) {
        return what -> audit.note(actor.person(), action, what);
    }

    private static PackId pack(String id) {
        try {
            return new PackId(id);
        } catch (IllegalArgumentException e) {
            throw new Absent("pack " + id);
        }
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }
}
