package org.townloop.surface.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.townloop.base.identity.Ceremony;
import org.townloop.base.identity.Passkeys;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Outcome;
import org.townloop.surface.page.Agreements;
import org.townloop.surface.page.Back;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.Sessions;

/** Coming in with a passkey; asked for by the page's script, since only a script can ask a device. */
@RestController
class PasskeySignIn {

    private final Passkeys passkeys;
    private final Sessions sessions;
    private final Knocks knocks;
    private final Problems problems;
    private final Agreements agreements;

    PasskeySignIn(Passkeys passkeys, Sessions sessions, Knocks knocks, Problems problems, Agreements agreements) {
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.knocks = knocks;
        this.problems = problems;
        this.agreements = agreements;
    }

    @PostMapping("/sign-in/passkey/options")
    ResponseEntity<?> options(Page page, HttpServletRequest request, HttpServletResponse response) {
        return switch (passkeys.beginEntry(Knocks.of(request, page))) {
            case Outcome.Done<Ceremony>(var ceremony) -> {
                knocks.keep(response, ceremony);
                yield ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(ceremony.options());
            }
            case Outcome.Refused<Ceremony>(var refusal) -> problems.of(refusal, request);
        };
    }

    @PostMapping("/sign-in/passkey")
    ResponseEntity<?> enter(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestBody String answer,
            @RequestParam(defaultValue = "/my-loop") String next) {
        return switch (passkeys.enter(knocks.ceremony(request), answer)) {
            case Outcome.Done<PersonId>(var person) -> {
                knocks.forget(response);
                sessions.signIn(request, response, person, true);
                yield ResponseEntity.ok(Map.of("next", agreements.before(person, Back.within(next))));
            }
            case Outcome.Refused<PersonId>(var refusal) -> problems.of(refusal, request);
        };
    }
}
