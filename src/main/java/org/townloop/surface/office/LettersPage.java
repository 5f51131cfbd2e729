package org.townloop.surface.office;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.notice.Draft;
import org.townloop.base.notice.Templates;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.View;

/** What the town writes to people, in the operator's words. */
@Controller
class LettersPage {

    private final Offices offices;
    private final Letters letters;
    private final Templates templates;

    LettersPage(Offices offices, Letters letters, Templates templates) {
        this.offices = offices;
        this.letters = letters;
        this.templates = templates;
    }

    @GetMapping("/office/messages")
    View list(Page page, Actor actor, @RequestParam(required = false) @Nullable String region) {
        return offices.open(page, actor, region, office -> View.of("office/letters", letters.all(office)));
    }

    @GetMapping("/office/messages/{letter}/{language}")
    View show(
            Page page,
            Actor actor,
            @PathVariable String letter,
            @PathVariable String language,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String saved) {
        var which = Letters.letter(letter);
        var in = Letters.language(language);
        return offices.open(
                page,
                actor,
                region,
                office -> View.of("office/letter", letters.one(office, which, in, null, null, saved != null)));
    }

    /** @param act {@code save}; with anything else it is only checked and shown */
    @PostMapping("/office/messages/{letter}/{language}")
    View write(
            Page page,
            Actor actor,
            @PathVariable String letter,
            @PathVariable String language,
            @RequestParam String region,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String brief,
            @RequestParam(defaultValue = "") String full,
            @RequestParam(defaultValue = "") String act) {
        var which = Letters.letter(letter);
        var in = Letters.language(language);
        var draft = new Draft(title.strip(), unix(brief), unix(full));
        return offices.open(page, actor, region, office -> {
            if (!act.equals("save")) {
                return View.of("office/letter", letters.one(office, which, in, draft, null, false));
            }
            return switch (templates.write(actor.person(), office.region().id(), which, in, draft)) {
                case Outcome.Done<Draft> done -> View.seeOther(office.to(Letters.path(which, in)) + "&saved");
                case Outcome.Refused<Draft>(var refusal) ->
                    View.of(
                            "office/letter",
                            letters.one(office, which, in, draft, refusal, false),
                            HttpStatus.UNPROCESSABLE_CONTENT);
            };
        });
    }

    @PostMapping("/office/messages/{letter}/{language}/dismissal")
    View dismiss(
            Page page,
            Actor actor,
            @PathVariable String letter,
            @PathVariable String language,
            @RequestParam String region) {
        var which = Letters.letter(letter);
        var in = Letters.language(language);
        return offices.open(page, actor, region, office -> {
            templates.dismiss(actor.person(), office.region().id(), which, in);
            return View.seeOther(office.to(Letters.path(which, in)) + "&saved");
        });
    }

    /** A form sends other line ends than a text has. */
    private static String unix(String text) {
        return text.replace("\r\n", "\n").strip();
    }
}
