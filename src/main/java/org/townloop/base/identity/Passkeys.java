package org.townloop.base.identity;

import com.webauthn4j.util.exception.WebAuthnException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Written;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Signing in with a key on one's own device (WebAuthn, level 3), which no false page can ask for. */
@Component
public class Passkeys {

    private static final int LONGEST_LABEL = 60;
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private final RelyingParty town;
    private final Ceremonies ceremonies;
    private final PasskeyRows rows;
    private final WaysIn waysIn;
    private final Doorkeeper doorkeeper;
    private final AuditTrail audit;
    private final Atomically atomically;

    Passkeys(
            RelyingParty town,
            Ceremonies ceremonies,
            PasskeyRows rows,
            WaysIn waysIn,
            Doorkeeper doorkeeper,
            AuditTrail audit,
            Atomically atomically) {
        this.town = town;
        this.ceremonies = ceremonies;
        this.rows = rows;
        this.waysIn = waysIn;
        this.doorkeeper = doorkeeper;
        this.audit = audit;
        this.atomically = atomically;
    }

    public List<Passkey> of(PersonId person) {
        return rows.of(person);
    }

    /** Asks a device of the person's for a new key. */
    public Ceremony beginRegistration(Actor actor) {
        var options = town.creation(actor.person());
        return new Ceremony(ceremonies.begin(actor.person(), options.getChallenge()), JSON.writeValueAsString(options));
    }

    /**
     * Keeps the key that the device made.
     *
     * @param answer the device's, in the browser's JSON
     * @param label what the person calls it: 1 to {@value #LONGEST_LABEL} characters
     */
    public Outcome<String> register(Actor actor, String secret, String answer, String label) {
        if (!Written.isName(label, LONGEST_LABEL)) {
            return Outcome.refused(Refusal.of(SignInReason.LABEL_NEEDED, "label"));
        }
        var challenge = ceremonies.take(actor.person(), secret);
        if (challenge.isEmpty()) {
            return Outcome.refused(SignInReason.PASSKEY_REFUSED);
        }
        try {
            var read = JSON.readValue(
                    answer, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
            town.register(actor.person(), challenge.get(), read, label.strip());
        } catch (WebAuthnException | JacksonException | IllegalArgumentException e) {
            return Outcome.refused(SignInReason.PASSKEY_REFUSED);
        }
        audit.note(actor.person(), "passkey-added", "passkey");
        return Outcome.done(label.strip());
    }

    /**
     * Removes a passkey, unless nothing would be left to come in by.
     *
     * @throws Absent if it is not theirs
     */
    public Outcome<UUID> remove(Actor actor, UUID id) {
        return atomically.run(() -> {
            int ways = waysIn.locked(actor.person());
            if (rows.of(actor.person()).stream().noneMatch(one -> one.id().equals(id))) {
                throw new Absent("passkey " + id);
            }
            if (ways == 1) {
                return Outcome.refused(SignInReason.CONTACT_IS_LAST);
            }
            rows.delete(actor.person(), id);
            audit.note(actor.person(), "passkey-removed", id.toString());
            return Outcome.done(id);
        });
    }

    /** Asks whoever is at the browser to show a passkey. */
    public Outcome<Ceremony> beginEntry(Knock knock) {
        return doorkeeper.attempt(knock).map(Outcome::<Ceremony>refused).orElseGet(() -> {
            var options = town.request();
            return Outcome.done(
                    new Ceremony(ceremonies.begin(null, options.getChallenge()), JSON.writeValueAsString(options)));
        });
    }

    /** Whose passkey it is. */
    public Outcome<PersonId> enter(String secret, String answer) {
        return authenticated(secret, answer)
                .map(person -> {
                    audit.note(person, "sign-in", "passkey");
                    return Outcome.done(person);
                })
                .orElseGet(() -> Outcome.refused(SignInReason.PASSKEY_REFUSED));
    }

    private Optional<PersonId> authenticated(String secret, String answer) {
        try {
            var read =
                    JSON.readValue(answer, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            return ceremonies.take(null, secret).map(challenge -> town.authenticate(challenge, read));
        } catch (WebAuthnException | JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
