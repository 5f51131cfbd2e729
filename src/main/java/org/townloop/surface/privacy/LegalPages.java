package org.townloop.surface.privacy;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Consents;
import org.townloop.surface.page.Back;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.View;

/** The terms and the privacy notice, in plain words, and agreeing to both. */
@Controller
class LegalPages {

    private static final List<String> TERMS =
            List.of("who", "what", "paying", "going", "writing", "account", "shops", "fault", "changes");
    private static final List<String> NOTICE =
            List.of("who", "what", "why", "with", "long", "invoices", "rights", "cookies", "safe", "complain");

    private final Consents consents;
    private final String operator;
    private final String contact;

    LegalPages(
            Consents consents,
            @Value("${townloop.operator.name}") String operator,
            @Value("${townloop.operator.contact}") String contact) {
        this.consents = consents;
        this.operator = operator.strip();
        this.contact = contact.strip();
    }

    @GetMapping("/terms")
    View terms(Page page) {
        return View.of("privacy/legal", view(page, "terms", TERMS));
    }

    @GetMapping("/privacy")
    View notice(Page page) {
        return View.of("privacy/legal", view(page, "notice", NOTICE));
    }

    @GetMapping("/agree")
    View ask(Page page, Actor actor, @RequestParam(defaultValue = "/my-loop") String next) {
        return View.of("privacy/agree", new AgreeView(page, Back.within(next), consents.version()));
    }

    @PostMapping("/agree")
    View agree(Actor actor, @RequestParam(defaultValue = "/my-loop") String next) {
        consents.agreeToTerms(actor.person(), "sign-in");
        return View.seeOther(Back.within(next));
    }

    private LegalView view(Page page, String text, List<String> sections) {
        return new LegalView(
                page,
                text,
                page.text("privacy." + text + ".title"),
                consents.version(),
                sections.stream()
                        .flatMap(section -> section(page, text, section))
                        .toList());
    }

    private Stream<LegalView.Section> section(Page page, String text, String section) {
        var key = "privacy." + text + "." + section;
        return Stream.of(new LegalView.Section(
                page.text(key),
                section.equals("who")
                        ? page.text("privacy.operator.then", "operator", who(page), "rest", page.text(key + ".say"))
                        : page.text(key + ".say")));
    }

    private String who(Page page) {
        var town = page.say(page.region().name());
        if (operator.isEmpty()) {
            return page.text("privacy.operator.unnamed", "town", town);
        }
        return contact.isEmpty()
                ? page.text("privacy.operator.named", "town", town, "operator", operator)
                : page.text("privacy.operator.reached", "town", town, "operator", operator, "contact", contact);
    }
}
