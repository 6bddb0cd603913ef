//! Secrets are files for their owner only.

#![expect(
    clippy::unwrap_used,
    reason = "the functions beside the tests are tests too"
)]

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use server::randomness::SystemRandomness;
use server::secret::{Secrets, SecretsError};

fn mode(file: &Path) -> u32 {
    fs::metadata(file).unwrap().permissions().mode() & 0o777
}

fn set_mode(file: &Path, mode: u32) {
    fs::set_permissions(file, Permissions::from_mode(mode)).unwrap();
}

#[test]
fn secrets_are_made_once_for_their_owner_only() {
    let folder = tempfile::tempdir().unwrap();
    let secrets = folder.path().join("secrets");
    assert!(matches!(
        Secrets::load(&secrets),
        Err(SecretsError::NotThere(_))
    ));
    let first = Secrets::init(&secrets, &SystemRandomness).unwrap();
    let file = secrets.join(format!("pepper-{first}"));
    assert_eq!((mode(&secrets), mode(&file)), (0o700, 0o400));
    let text = fs::read_to_string(&file).unwrap();
    assert!(matches!(
        Secrets::init(&secrets, &SystemRandomness),
        Err(SecretsError::ThereAlready(_))
    ));
    let second = Secrets::rotate(&secrets, &SystemRandomness).unwrap();
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
    assert!(second > first);
    let loaded = Secrets::load(&secrets).unwrap();
    assert_eq!(loaded.current(), &second);
    let shown = format!("{loaded:?}");
    assert!(!shown.contains(text.trim()), "{shown}");
}

#[test]
fn the_tenth_secret_is_newer_than_the_ninth() {
    let folder = tempfile::tempdir().unwrap();
    let secrets = folder.path().join("secrets");
    Secrets::init(&secrets, &SystemRandomness).unwrap();
    for _ in 0..9 {
        Secrets::rotate(&secrets, &SystemRandomness).unwrap();
    }
    let current = Secrets::load(&secrets).unwrap().current().to_string();
    assert!(current.starts_with("10-"), "{current}");
}

#[test]
fn what_others_can_open_is_refused_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let secrets = folder.path().join("secrets");
    let id = Secrets::init(&secrets, &SystemRandomness).unwrap();
    let file = secrets.join(format!("pepper-{id}"));
    for (which, wrong, right) in [
        (&file, 0o440, 0o400),
        (&file, 0o404, 0o400),
        (&secrets, 0o750, 0o700),
    ] {
        set_mode(which, wrong);
        let error = Secrets::load(&secrets).unwrap_err();
        assert!(matches!(error, SecretsError::OpenToOthers { .. }));
        let says = error.to_string();
        let command = format!("chmod {right:o} {}", which.display());
        assert!(says.ends_with(&command), "{says}");
        set_mode(which, right);
    }
    Secrets::load(&secrets).unwrap();
    set_mode(&file, 0o600);
    fs::write(&file, "not a key").unwrap();
    let error = Secrets::load(&secrets).unwrap_err();
    assert!(matches!(error, SecretsError::Malformed(_)), "{error}");
}
