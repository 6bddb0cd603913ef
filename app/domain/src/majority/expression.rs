//! The rule language: comparisons of figures, and what joins them.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::majority::variable::Variable;
use crate::name::Key;

/// A rule in machine form: true if what was put to the vote is carried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Fields", into = "Fields")]
pub enum Expression {
    /// A figure is compared.
    Compare(Comparison),
    /// All of these.
    All(Vec<Expression>),
    /// At least one of these.
    Any(Vec<Expression>),
    /// Not this.
    Not(Box<Expression>),
    /// This in each group of this kind, on the figures of the group.
    EachGroup(Key, Box<Expression>),
    /// Always, or never: nothing is counted.
    Always(bool),
}

/// A figure compared with a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comparison {
    /// The figure.
    pub figure: Variable,
    /// How it is compared.
    pub compared: Compared,
    /// With what.
    pub measure: Measure,
}

/// How a figure is compared with its measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Compared {
    /// At least as many.
    Ge,
    /// More.
    Gt,
    /// Exactly as many.
    Eq,
}

/// What a figure is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// A fraction of another figure.
    Of(Fraction),
    /// A number.
    Count(u32),
}

/// A fraction of a base, and so many more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fraction {
    /// The numerator.
    pub numerator: u32,
    /// The denominator, at least 1.
    pub denominator: u32,
    /// The base.
    pub base: Variable,
    /// So many more; fewer if negative.
    pub plus: i32,
}

/// The machine form, field by field.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    op: Op,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lhs: Option<Variable>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    frac: Option<(u32, u32)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    of: Option<Variable>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    plus: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    count: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    args: Option<Vec<Expression>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    arg: Option<Box<Expression>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    group: Option<Key>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    expr: Option<Box<Expression>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    value: Option<bool>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Op {
    Ge,
    Gt,
    Eq,
    All,
    Any,
    Not,
    EachGroup,
    #[default]
    Const,
}

/// An operator lacks a field, or has one that is not its own.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExpressionError {
    /// The fields do not belong to the operator.
    #[error(
        "the fields do not fit the operator: ge, gt and eq take lhs with frac and of (and plus), or lhs with count; all and any take args; not takes arg; each_group takes group and expr; const takes value"
    )]
    Fields,
    /// A fraction by zero.
    #[error("a fraction needs a denominator of at least 1")]
    Denominator,
    /// Nothing to join.
    #[error("all and any need at least one argument")]
    NoArguments,
}

impl TryFrom<Fields> for Expression {
    type Error = ExpressionError;

    fn try_from(fields: Fields) -> Result<Self, ExpressionError> {
        let Fields {
            op,
            lhs,
            frac,
            of,
            plus,
            count,
            args,
            arg,
            group,
            expr,
            value,
        } = fields;
        let compared = match op {
            Op::Ge => Some(Compared::Ge),
            Op::Gt => Some(Compared::Gt),
            Op::Eq => Some(Compared::Eq),
            Op::All | Op::Any | Op::Not | Op::EachGroup | Op::Const => None,
        };
        match (
            op,
            compared,
            lhs,
            (frac, of, plus, count),
            args,
            arg,
            (group, expr),
            value,
        ) {
            (_, Some(compared), Some(figure), measure, None, None, (None, None), None) => {
                let measure = match measure {
                    (Some((_, 0)), ..) => return Err(ExpressionError::Denominator),
                    (Some((numerator, denominator)), Some(base), plus, None) => {
                        let plus = plus.unwrap_or(0);
                        Measure::Of(Fraction {
                            numerator,
                            denominator,
                            base,
                            plus,
                        })
                    }
                    (None, None, None, Some(count)) => Measure::Count(count),
                    _ => return Err(ExpressionError::Fields),
                };
                Ok(Self::Compare(Comparison {
                    figure,
                    compared,
                    measure,
                }))
            }
            (
                Op::All | Op::Any,
                _,
                None,
                (None, None, None, None),
                Some(args),
                None,
                (None, None),
                None,
            ) => {
                if args.is_empty() {
                    return Err(ExpressionError::NoArguments);
                }
                Ok(if op == Op::All {
                    Self::All(args)
                } else {
                    Self::Any(args)
                })
            }
            (Op::Not, _, None, (None, None, None, None), None, Some(arg), (None, None), None) => {
                Ok(Self::Not(arg))
            }
            (
                Op::EachGroup,
                _,
                None,
                (None, None, None, None),
                None,
                None,
                (Some(group), Some(expr)),
                None,
            ) => Ok(Self::EachGroup(group, expr)),
            (
                Op::Const,
                _,
                None,
                (None, None, None, None),
                None,
                None,
                (None, None),
                Some(value),
            ) => Ok(Self::Always(value)),
            _ => Err(ExpressionError::Fields),
        }
    }
}

impl From<Expression> for Fields {
    fn from(expression: Expression) -> Self {
        match expression {
            Expression::Compare(Comparison {
                figure,
                compared,
                measure,
            }) => {
                let fields = Self {
                    op: match compared {
                        Compared::Ge => Op::Ge,
                        Compared::Gt => Op::Gt,
                        Compared::Eq => Op::Eq,
                    },
                    lhs: Some(figure),
                    ..Self::default()
                };
                match measure {
                    Measure::Count(count) => Self {
                        count: Some(count),
                        ..fields
                    },
                    Measure::Of(fraction) => Self {
                        frac: Some((fraction.numerator, fraction.denominator)),
                        of: Some(fraction.base),
                        plus: Some(fraction.plus).filter(|plus| *plus != 0),
                        ..fields
                    },
                }
            }
            Expression::All(args) => Self {
                op: Op::All,
                args: Some(args),
                ..Self::default()
            },
            Expression::Any(args) => Self {
                op: Op::Any,
                args: Some(args),
                ..Self::default()
            },
            Expression::Not(arg) => Self {
                op: Op::Not,
                arg: Some(arg),
                ..Self::default()
            },
            Expression::EachGroup(group, expr) => Self {
                op: Op::EachGroup,
                group: Some(group),
                expr: Some(expr),
                ..Self::default()
            },
            Expression::Always(value) => Self {
                op: Op::Const,
                value: Some(value),
                ..Self::default()
            },
        }
    }
}

/// The expression as a formula: `yes > 1/2 * present AND yes >= 1/4 * members + 1`.
///
/// No two expressions have the same formula, so that a formula in words can be held to its machine form.
impl fmt::Display for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Compare(comparison) => comparison.fmt(f),
            Self::All(args) => joined(f, args, "AND"),
            Self::Any(args) => joined(f, args, "OR"),
            Self::Not(arg) => write!(f, "NOT ({arg})"),
            Self::EachGroup(group, expr) => write!(f, "in each {group} ({expr})"),
            Self::Always(true) => f.write_str("always"),
            Self::Always(false) => f.write_str("never"),
        }
    }
}

fn joined(f: &mut fmt::Formatter<'_>, args: &[Expression], word: &str) -> fmt::Result {
    if let [alone] = args {
        return write!(f, "{word} ({alone})");
    }
    for (place, arg) in args.iter().enumerate() {
        if place > 0 {
            write!(f, " {word} ")?;
        }
        match arg {
            Expression::All(_) | Expression::Any(_) => write!(f, "({arg})")?,
            Expression::Compare(_)
            | Expression::Not(_)
            | Expression::EachGroup(..)
            | Expression::Always(_) => write!(f, "{arg}")?,
        }
    }
    Ok(())
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = match self.compared {
            Compared::Ge => ">=",
            Compared::Gt => ">",
            Compared::Eq => "=",
        };
        write!(f, "{} {sign} ", self.figure.name())?;
        match self.measure {
            Measure::Count(count) => write!(f, "{count}"),
            Measure::Of(Fraction {
                numerator,
                denominator,
                base,
                plus,
            }) => {
                write!(f, "{numerator}/{denominator} * {}", base.name())?;
                match plus {
                    0 => Ok(()),
                    more if more > 0 => write!(f, " + {more}"),
                    fewer => write!(f, " - {}", fewer.unsigned_abs()),
                }
            }
        }
    }
}
