package org.townloop.surface.privacy;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Erasure;
import org.townloop.base.identity.Erasures;
import org.townloop.base.identity.PrivacyReason;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.View;

/** One's own data: to take along, and to be erased. */
@Controller
class DataPage {

    private final DataViews views;
    private final Erasures erasures;
    private final Archive archive;

    DataPage(DataViews views, Erasures erasures, Archive archive) {
        this.views = views;
        this.erasures = erasures;
        this.archive = archive;
    }

    @GetMapping("/account/data")
    View show(Page page, Actor actor) {
        return View.of("privacy/data", views.of(page, actor, DataView.Typed.NOTHING, null));
    }

    @GetMapping("/account/data/archive")
    View archive(Page page, Actor actor) {
        var name = "townloop-" + page.times().today() + ".zip";
        return new View.Streamed(
                name, MediaType.parseMediaType("application/zip"), out -> archive.write(page, actor.person(), out));
    }

    /** The name as it was typed is what tells a decision from a slip, and from somebody at a screen left open. */
    @PostMapping("/account/data/erasure")
    View erase(
            Page page,
            Actor actor,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String words) {
        var typed = new DataView.Typed(name, words);
        if (!name.strip().equals(actor.name().strip())) {
            return refused(page, actor, typed, Refusal.of(PrivacyReason.NAME_DIFFERS, "name"));
        }
        if (!typed.isDecided()) {
            return refused(page, actor, typed, Refusal.of(PrivacyReason.WORDS_UNDECIDED, "words"));
        }
        return switch (erasures.erase(actor.person(), typed.keepsWords())) {
            case Outcome.Done<Erasure> _ -> {
                endSession(request);
                yield View.seeOther("/forgotten");
            }
            case Outcome.Refused<Erasure>(var refusal) -> refused(page, actor, typed, refusal);
        };
    }

    @GetMapping("/forgotten")
    View forgotten(Page page) {
        return View.of("privacy/forgotten", page);
    }

    private View refused(Page page, Actor actor, DataView.Typed typed, Refusal refusal) {
        HttpStatus status = Problems.status(refusal.reason());
        return View.of("privacy/data", views.of(page, actor, typed, page.refusal(refusal)), status);
    }

    private static void endSession(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
