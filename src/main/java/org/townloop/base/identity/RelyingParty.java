package org.townloop.base.identity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.TownAddress;

/** This town as a relying party of WebAuthn, with the questions that {@link Ceremonies} keeps. */
@Component
class RelyingParty {

    private final PasskeyOwners owners;
    private final PasskeyRows passkeys;
    private final TownAddress address;
    private volatile @Nullable WebAuthnRelyingPartyOperations operations;

    RelyingParty(PasskeyOwners owners, PasskeyRows passkeys, TownAddress address) {
        this.owners = owners;
        this.passkeys = passkeys;
        this.address = address;
    }

    PublicKeyCredentialCreationOptions creation(PersonId person) {
        return operations()
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(known(person)));
    }

    /** Keeps the new passkey, if it answers the question. */
    void register(
            PersonId person,
            Bytes challenge,
            PublicKeyCredential<AuthenticatorAttestationResponse> answer,
            String label) {
        var asked = creation(person);
        var options = PublicKeyCredentialCreationOptions.builder()
                .rp(asked.getRp())
                .user(asked.getUser())
                .challenge(challenge)
                .pubKeyCredParams(asked.getPubKeyCredParams())
                .timeout(asked.getTimeout())
                .excludeCredentials(asked.getExcludeCredentials())
                .authenticatorSelection(asked.getAuthenticatorSelection())
                .attestation(asked.getAttestation())
                .extensions(asked.getExtensions())
                .build();
        operations()
                .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                        options, new RelyingPartyPublicKey(answer, label)));
    }

    PublicKeyCredentialRequestOptions request() {
        return operations()
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(nobody()));
    }

    /** Whose passkey it is that answers the question. */
    PersonId authenticate(Bytes challenge, PublicKeyCredential<AuthenticatorAssertionResponse> answer) {
        var asked = request();
        var options = PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge)
                .timeout(asked.getTimeout())
                .rpId(asked.getRpId())
                .allowCredentials(asked.getAllowCredentials())
                .userVerification(asked.getUserVerification())
                .extensions(asked.getExtensions())
                .build();
        var owner = operations().authenticate(new RelyingPartyAuthenticationRequest(options, answer));
        return PasskeyOwners.person(owner.getId());
    }

    /** Made when first asked for: the port of a town on this machine is known only then. */
    private WebAuthnRelyingPartyOperations operations() {
        var known = operations;
        if (known == null) {
            var town = PublicKeyCredentialRpEntity.builder()
                    .id(address.host())
                    .name("Townloop")
                    .build();
            known = new Webauthn4JRelyingPartyOperations(owners, passkeys, town, Set.of(address.origin()));
            operations = known;
        }
        return known;
    }

    private static Authentication known(PersonId person) {
        return UsernamePasswordAuthenticationToken.authenticated(person.value().toString(), "", List.of());
    }

    private static Authentication nobody() {
        return UsernamePasswordAuthenticationToken.unauthenticated("", "");
    }
}
