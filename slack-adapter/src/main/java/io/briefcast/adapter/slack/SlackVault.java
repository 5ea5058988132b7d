package io.briefcast.adapter.slack;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.briefcast.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/**
 * Encrypts tokens at rest (AES-256-GCM by Tink). A sealed token opens only in its own workspace and column, so that
 * nobody who can write the store can move a token to another workspace. The key set may hold several keys: the primary
 * one seals, every one opens.
 */
final class SlackVault {
    private final Aead aead;

    private SlackVault(KeysetHandle keys) {
        try {
            this.aead = keys.getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("briefcast.slack.keyset holds no keys for encryption", e);
        }
    }

    /** With the operator's key set, in Tink's JSON format. */
    static SlackVault of(Secret keyset) {
        try {
            return new SlackVault(TinkJsonProtoKeysetFormat.parseKeyset(
                    keyset.reveal(), AeadConfig2026.get(), InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            // Without the cause: it might quote the key.
            throw new IllegalArgumentException(
                    "briefcast.slack.keyset cannot be read; allowed is a key set in the JSON format of Tink");
        }
    }

    /** With the key set in a file, which is made when it is not there, for its owner's eyes only. */
    static SlackVault in(Path file) {
        try {
            if (Files.notExists(file)) {
                write(file, fresh());
            }
            return of(new Secret(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("the key set of Slack's tokens cannot be read or written: " + file, e);
        }
    }

    /** A new key set with one key. */
    static Secret fresh() {
        try {
            KeysetHandle keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
            return new Secret(TinkJsonProtoKeysetFormat.serializeKeyset(
                    keys, AeadConfig2026.get(), InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink makes no key", e);
        }
    }

    /** The token, sealed for its workspace. */
    String seal(String team, Secret token) {
        return seal(place(team, "sealed_token"), token);
    }

    /** What renews the token, sealed for its workspace. */
    String sealRenewal(String team, Secret token) {
        return seal(place(team, "sealed_refresh"), token);
    }

    private String seal(byte[] place, Secret token) {
        try {
            byte[] sealed = aead.encrypt(token.reveal().getBytes(StandardCharsets.UTF_8), place);
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a token cannot be sealed", e);
        }
    }

    /** The token; empty when it was sealed for another workspace or with a key that is gone. */
    Optional<Secret> open(String team, String sealed) {
        return open(place(team, "sealed_token"), sealed);
    }

    /** The same for what renews a token. */
    Optional<Secret> openRenewal(String team, String sealed) {
        return open(place(team, "sealed_refresh"), sealed);
    }

    private Optional<Secret> open(byte[] place, String sealed) {
        try {
            byte[] token = aead.decrypt(Base64.getDecoder().decode(sealed), place);
            return Optional.of(new Secret(new String(token, StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] place(String team, String column) {
        return ("slack/" + team + "/installations." + column).getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Path file, Secret keyset) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, keyset.reveal());
    }
}
