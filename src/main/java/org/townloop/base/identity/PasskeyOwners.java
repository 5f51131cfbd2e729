package org.townloop.base.identity;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** The people as owners of passkeys: their handle is their id, which says nothing about them. */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private static final int UUID_BYTES = 16;

    private final People people;

    PasskeyOwners(People people) {
        this.people = people;
    }

    static Bytes handle(PersonId person) {
        var id = person.value();
        return new Bytes(ByteBuffer.allocate(UUID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    /** @throws IllegalArgumentException if it is the handle of nobody here */
    static PersonId person(Bytes handle) {
        if (handle.getBytes().length != UUID_BYTES) {
            throw new IllegalArgumentException("a handle has 16 bytes");
        }
        var bytes = ByteBuffer.wrap(handle.getBytes());
        return new PersonId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return find(person(handle));
    }

    /** @param name the id, by which {@link Passkeys} names who is signed in */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
        return find(new PersonId(UUID.fromString(name)));
    }

    /** People are made at their first sign-in, not here. */
    @Override
    public void save(PublicKeyCredentialUserEntity person) {
        throw new UnsupportedOperationException("a passkey belongs to somebody who is there");
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("a person does not go with their passkeys");
    }

    private @Nullable PublicKeyCredentialUserEntity find(PersonId id) {
        var person = people.get(List.of(id)).get(id);
        return person == null
                ? null
                : ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(handle(id))
                        .name(person.name())
                        .displayName(person.name())
                        .build();
    }
}
