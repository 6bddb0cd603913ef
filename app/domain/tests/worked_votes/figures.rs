//! A tally as a lawyer would write it down: `yes 61, no 38, present 99`, `cantons yes 12`.

use domain::act::{GroupTally, Tally};

/// Reads it. A figure that is not named is not known.
pub fn tally(text: &str) -> Tally {
    let mut tally = Tally::default();
    for figure in text.split(", ").filter(|figure| !figure.is_empty()) {
        let words: Vec<&str> = figure.split(' ').collect();
        match words.as_slice() {
            [name, number] => *of_chamber(&mut tally, name) = Some(read(number, text)),
            [group, name, number] => {
                *of_group(&mut tally, group, name) = Some(read(number, text));
            }
            _ => panic!("“{figure}” in “{text}” is no figure"),
        }
    }
    tally
}

fn read(number: &str, text: &str) -> u32 {
    number
        .parse()
        .unwrap_or_else(|error| panic!("{number} in “{text}”: {error}"))
}

fn of_chamber<'a>(tally: &'a mut Tally, name: &str) -> &'a mut Option<u32> {
    match name {
        "yes" => &mut tally.yes,
        "no" => &mut tally.no,
        "abstain" => &mut tally.abstain,
        "present" => &mut tally.present,
        "members" => &mut tally.members,
        "in_office" => &mut tally.members_in_office,
        "yes_weight" => &mut tally.yes_weight,
        "weights" => &mut tally.weights,
        _ => panic!("{name} is no figure"),
    }
}

fn of_group<'a>(tally: &'a mut Tally, group: &str, name: &str) -> &'a mut Option<u32> {
    let place = tally
        .groups
        .iter()
        .position(|known| known.group.as_str() == group)
        .unwrap_or_else(|| {
            tally.groups.push(GroupTally {
                group: group
                    .parse()
                    .unwrap_or_else(|error| panic!("{group}: {error}")),
                yes: None,
                no: None,
                abstain: None,
            });
            tally.groups.len() - 1
        });
    let Some(figures) = tally.groups.get_mut(place) else {
        panic!("{group} was just added");
    };
    match name {
        "yes" => &mut figures.yes,
        "no" => &mut figures.no,
        "abstain" => &mut figures.abstain,
        _ => panic!("{name} is no figure of a group"),
    }
}
